// ok: base class of the JDK keeps the periodic, cancelled by a helper object
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class MessageHub {
  private final List<Runnable> closers = new ArrayList<>();
  private final ScheduledExecutorService clock;

  MessageHub(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void every(Runnable work) {
    Future<?> handle = clock.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS);
    closers.add(() -> handle.cancel(true));
  }

  void close() {
    closers.forEach(Runnable::run);
  }
}
