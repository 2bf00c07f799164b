import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class EnumHolder {
  enum Holder {
    INSTANCE;
    final ScheduledExecutorService ex = Executors.newScheduledThreadPool(1);
  }

  static void later(Runnable r) {
    Holder.INSTANCE.ex.schedule(r, 1, TimeUnit.SECONDS);
  }
}
