// ok: the renewal asks the map whether the lock is still held
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

class CoordinatorSafe {
  private final ScheduledExecutorService clock;
  private final Function<String, CompletableFuture<Boolean>> renew;
  private final Map<String, ScheduledFuture<?>> watchdogs = new ConcurrentHashMap<>();

  CoordinatorSafe(ScheduledExecutorService clock, Function<String, CompletableFuture<Boolean>> renew) {
    this.clock = clock;
    this.renew = renew;
  }

  void locked(String name) {
    watchdogs.put(name, clock.schedule(() -> {
      renew.apply(name).whenComplete((ok, failure) -> {
        if (watchdogs.containsKey(name)) {
          locked(name);
        }
      });
    }, 10, TimeUnit.SECONDS));
  }

  void unlock(String name) {
    ScheduledFuture<?> watchdog = watchdogs.remove(name);
    if (watchdog != null) {
      watchdog.cancel(false);
    }
  }
}
