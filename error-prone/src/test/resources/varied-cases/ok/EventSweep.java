// ok: a service listens to application events with a one-shot
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Service;

@Service
class EventSweep {
  private final TaskScheduler clock;

  EventSweep(TaskScheduler clock) {
    this.clock = clock;
  }

  record Stored(String name) {}

  @EventListener
  void stored(Stored event) {
    clock.schedule(() -> System.out.println("index " + event.name()), Instant.now().plusSeconds(2));
  }
}
