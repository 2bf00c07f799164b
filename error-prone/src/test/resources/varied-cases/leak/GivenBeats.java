// leak: periodic on a scheduler that a setter gives
import java.time.Duration;
import org.springframework.scheduling.TaskScheduler;

class GivenBeats {
  private TaskScheduler scheduler;
  private int beats;

  void setScheduler(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void begin() {
    scheduler.scheduleAtFixedRate(this::beat, Duration.ofSeconds(3)); // BUG
  }

  private void beat() {
    beats++;
  }

  void finish() {
    System.out.println(beats);
  }
}
