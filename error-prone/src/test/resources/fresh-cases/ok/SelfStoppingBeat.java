// ok: the beat ends itself when its client is gone
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class SelfStoppingBeat {
  private final TaskScheduler scheduler;

  SelfStoppingBeat(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @GetMapping("/beats")
  SseEmitter beats() {
    SseEmitter emitter = new SseEmitter(0L);
    AtomicReference<ScheduledFuture<?>> self = new AtomicReference<>();
    self.set(scheduler.scheduleAtFixedRate(() -> {
      try {
        emitter.send("beat");
      } catch (IOException e) {
        self.get().cancel(false);
      }
    }, Instant.now().plusSeconds(1), Duration.ofSeconds(5)));
    return emitter;
  }
}
