// leak: cancelled in the last step only, a step may throw
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.springframework.scheduling.TaskScheduler;

class StepRunner {
  private final TaskScheduler scheduler;

  StepRunner(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void run(List<String> steps) {
    Future<?> watch = scheduler.scheduleWithFixedDelay(() -> System.out.println("watch"), Duration.ofSeconds(2)); // BUG
    for (String step : steps) {
      run(step);
    }
    watch.cancel(true);
  }

  private void run(String step) {
    if (step.startsWith("!")) {
      throw new IllegalStateException("cannot run " + step);
    }
    System.out.println(step);
  }
}
