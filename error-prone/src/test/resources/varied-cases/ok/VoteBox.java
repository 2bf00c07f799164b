// ok: the vote's deadline is what completes it, nothing else does
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class VoteBox {
  private final ScheduledExecutorService clock;
  private final Map<String, Integer> votes = new ConcurrentHashMap<>();

  VoteBox(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<Map<String, Integer>> close(long minutes) {
    CompletableFuture<Map<String, Integer>> result = new CompletableFuture<>();
    clock.schedule(() -> result.complete(Map.copyOf(votes)), minutes, TimeUnit.MINUTES);
    return result;
  }

  void vote(String what) {
    votes.merge(what, 1, Integer::sum);
  }
}
