// leak: local Spring scheduler never destroyed
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class BatchImport {
  void run(List<Runnable> steps) {
    ThreadPoolTaskScheduler progress = new ThreadPoolTaskScheduler(); // BUG
    progress.setThreadNamePrefix("progress-");
    progress.initialize();
    progress.scheduleAtFixedRate(() -> System.out.println(steps.size()), Duration.ofSeconds(10));
    for (Runnable step : steps) {
      step.run();
    }
  }
}
