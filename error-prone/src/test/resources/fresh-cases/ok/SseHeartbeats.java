// ok: each client's heartbeat in a map, ended by the callbacks of the emitter
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class SseHeartbeats {
  private final TaskScheduler scheduler;
  private final Map<String, ScheduledFuture<?>> beats = new ConcurrentHashMap<>();

  SseHeartbeats(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @GetMapping("/events/{client}")
  SseEmitter events(@PathVariable String client) {
    SseEmitter emitter = new SseEmitter();
    emitter.onCompletion(() -> end(client));
    emitter.onTimeout(() -> end(client));
    ScheduledFuture<?> old = beats.put(client, scheduler.scheduleAtFixedRate(() -> beat(emitter), Duration.ofSeconds(15)));
    if (old != null) {
      old.cancel(false);
    }
    return emitter;
  }

  private void beat(SseEmitter emitter) {
    try {
      emitter.send("beat");
    } catch (IOException e) {
      emitter.completeWithError(e);
    }
  }

  private void end(String client) {
    ScheduledFuture<?> beat = beats.remove(client);
    if (beat != null) {
      beat.cancel(true);
    }
  }
}
