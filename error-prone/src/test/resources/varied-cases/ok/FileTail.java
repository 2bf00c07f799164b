// ok: made in a factory, closed by the object that gets it
import java.io.Closeable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class FileTail implements Closeable {
  private final ScheduledExecutorService clock;

  private FileTail(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  static FileTail open(String path) {
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    FileTail tail = new FileTail(clock);
    clock.scheduleWithFixedDelay(() -> System.out.println(path), 0, 1, TimeUnit.SECONDS);
    return tail;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
