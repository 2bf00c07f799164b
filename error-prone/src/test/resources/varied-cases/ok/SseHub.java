// ok: emitter's callbacks end the beat
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class SseHub {
  private final ScheduledExecutorService clock;

  SseHub(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  @GetMapping("/hub")
  SseEmitter hub() {
    SseEmitter emitter = new SseEmitter(0L);
    Future<?> beat = clock.scheduleAtFixedRate(emitter::complete, 20, 20, TimeUnit.SECONDS);
    Runnable end = () -> beat.cancel(true);
    emitter.onCompletion(end);
    emitter.onTimeout(end);
    emitter.onError(e -> end.run());
    return emitter;
  }
}
