import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class EmitterCompletion {
  private final TaskScheduler s;

  EmitterCompletion(TaskScheduler s) {
    this.s = s;
  }

  @GetMapping("/sse")
  Object sse(SseEmitter e) {
    ScheduledFuture<?> f = s.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(5));
    e.onCompletion(() -> f.cancel(true));
    return e;
  }
}
