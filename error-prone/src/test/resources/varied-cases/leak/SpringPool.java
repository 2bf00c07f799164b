// leak: ThreadPoolTaskScheduler per connection, shut by nobody
import java.time.Duration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class SpringPool {
  private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler(); // BUG

  SpringPool(String connection) {
    scheduler.setThreadNamePrefix(connection);
    scheduler.initialize();
    scheduler.scheduleAtFixedRate(() -> System.out.println(connection), Duration.ofSeconds(10));
  }

  void onClose() {
    System.out.println("closed");
  }
}
