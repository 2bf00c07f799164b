import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

class CronRegistration {
  private final TaskScheduler s;

  CronRegistration(TaskScheduler s) {
    this.s = s;
  }

  void register(String id) {
    s.schedule(() -> System.out.println(id), new CronTrigger("0 * * * * *")); // BUG
  }
}
