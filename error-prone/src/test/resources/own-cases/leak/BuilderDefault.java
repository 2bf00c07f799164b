import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class BuilderDefault {
  static class Builder {
    private ScheduledExecutorService ex;

    Builder ex(ScheduledExecutorService e) {
      ex = e;
      return this;
    }

    BuilderDefault build() {
      return new BuilderDefault(ex);
    }
  }

  private final ScheduledExecutorService ex;

  private BuilderDefault(ScheduledExecutorService e) {
    ex = e == null ? Executors.newScheduledThreadPool(1) : e; // BUG
    ex.schedule(() -> {}, 1, TimeUnit.SECONDS);
  }
}
