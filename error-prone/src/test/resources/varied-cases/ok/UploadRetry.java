// ok: a retry that asks whether it is closed
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class UploadRetry {
  private final ScheduledExecutorService clock;
  private final Callable<Boolean> upload;
  private volatile boolean closed;

  UploadRetry(ScheduledExecutorService clock, Callable<Boolean> upload) {
    this.clock = clock;
    this.upload = upload;
  }

  void attempt() {
    if (closed) {
      return;
    }
    try {
      if (upload.call()) {
        return;
      }
    } catch (Exception e) {
      System.err.println(e);
    }
    clock.schedule(this::attempt, 30, TimeUnit.SECONDS);
  }

  void close() {
    closed = true;
  }
}
