import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class BaseClassCloses {
  abstract static class Base implements AutoCloseable {
    protected final ScheduledExecutorService s = Executors.newScheduledThreadPool(1);

    @Override
    public void close() {
      s.shutdown();
    }
  }

  static class Sub extends Base {
    void go() {
      s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
    }
  }
}
