import java.time.Duration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {
  private final TaskScheduler scheduler;

  ReportController(TaskScheduler s) {
    scheduler = s;
  }

  @GetMapping("/x")
  String x(String id) {
    scheduler.scheduleAtFixedRate(() -> System.out.println(id), Duration.ofSeconds(5)); // BUG
    return "ok";
  }
}
