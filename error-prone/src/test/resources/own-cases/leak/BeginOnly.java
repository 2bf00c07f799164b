import java.time.Duration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class BeginOnly {
  private ThreadPoolTaskScheduler sched;

  void begin() {
    sched = new ThreadPoolTaskScheduler(); // BUG
    sched.initialize();
    sched.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(1));
  }
}
