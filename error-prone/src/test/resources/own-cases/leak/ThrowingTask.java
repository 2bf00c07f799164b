import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ThrowingTask {
  private final ScheduledExecutorService ex;

  ThrowingTask(ScheduledExecutorService e) {
    ex = e;
  }

  void start() {
    ex.scheduleAtFixedRate( // BUG
        () -> {
          if (System.nanoTime() % 2 == 0) throw new IllegalStateException();
        },
        1,
        1,
        TimeUnit.SECONDS);
  }

  void stop() {
    ex.shutdown();
  }
}
