// ok: executor from a parameter object, ended by the parameter object's owner
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CountedPool {
  record Resources(ScheduledExecutorService clock) implements AutoCloseable {
    static Resources create() {
      return new Resources(Executors.newScheduledThreadPool(2));
    }

    @Override
    public void close() {
      clock.shutdown();
    }
  }

  private final Resources resources = Resources.create();

  void every(Runnable work) {
    resources.clock().scheduleAtFixedRate(work, 1, 1, TimeUnit.MINUTES);
  }

  void close() {
    resources.close();
  }
}
