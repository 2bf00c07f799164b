// ok: kept per client, and cancelled by another endpoint
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FilterHandle {
  private final TaskScheduler scheduler;
  private final Map<String, ScheduledFuture<?>> watches = new ConcurrentHashMap<>();

  FilterHandle(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @PostMapping("/watch/{path}")
  void watch(@PathVariable String path) {
    if (!watches.containsKey(path)) {
      ScheduledFuture<?> handle = scheduler.scheduleAtFixedRate(() -> System.out.println(path), Duration.ofSeconds(5));
      watches.put(path, handle);
    }
  }

  @DeleteMapping("/watch/{path}")
  void forget(@PathVariable String path) {
    ScheduledFuture<?> handle = watches.remove(path);
    if (handle != null) {
      handle.cancel(false);
    }
  }
}
