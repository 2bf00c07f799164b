// ok: a Spring service schedules one-shots on the application's scheduler
import java.time.Instant;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Service;

@Service
class TaskBean {
  private final TaskScheduler scheduler;

  TaskBean(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void later(Runnable work, Instant when) {
    scheduler.schedule(work, when);
  }
}
