// leak: nothing ends the beat of a request
import java.io.IOException;
import java.time.Duration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class SseDesk {
  private final TaskScheduler clock;

  SseDesk(TaskScheduler clock) {
    this.clock = clock;
  }

  @GetMapping("/desk")
  SseEmitter desk() {
    SseEmitter emitter = new SseEmitter(0L);
    clock.scheduleAtFixedRate(() -> send(emitter), Duration.ofSeconds(20)); // BUG
    emitter.onTimeout(emitter::complete);
    return emitter;
  }

  private static void send(SseEmitter emitter) {
    try {
      emitter.send("beat");
    } catch (IOException e) {
      emitter.completeWithError(e);
    }
  }
}
