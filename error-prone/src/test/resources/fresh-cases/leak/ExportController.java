// leak: each export starts a progress task
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {
  private final TaskScheduler scheduler;
  private final Map<String, Integer> progress = new ConcurrentHashMap<>();

  ExportController(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @PostMapping("/export/{id}")
  String export(@PathVariable String id) {
    progress.put(id, 0);
    scheduler.scheduleWithFixedDelay(() -> progress.merge(id, 1, Integer::sum), Duration.ofSeconds(1)); // BUG
    return id;
  }
}
