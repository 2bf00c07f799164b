import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class DestroyedScheduler implements DisposableBean {
  private ThreadPoolTaskScheduler t;

  void start() {
    this.t = new ThreadPoolTaskScheduler();
    this.t.initialize();
    this.t.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(1));
  }

  @Override
  public void destroy() {
    if (this.t != null) {
      this.t.shutdown();
      this.t = null;
    }
  }
}
