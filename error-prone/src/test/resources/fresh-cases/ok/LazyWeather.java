// ok: each town is refreshed by one task, begun by the first who asks
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

@RestController
class LazyWeather {
  private final TaskScheduler scheduler;
  private final Map<String, String> weather = new ConcurrentHashMap<>();
  private final Map<String, ScheduledFuture<?>> refreshes = new ConcurrentHashMap<>();

  LazyWeather(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @GetMapping("/weather/{town}")
  String weather(@PathVariable String town) {
    refreshes.computeIfAbsent(town, it -> scheduler.scheduleAtFixedRate(() -> load(it), Duration.ofMinutes(10)));
    return weather.getOrDefault(town, "unknown");
  }

  private void load(String town) {
    weather.put(town, "sunny");
  }
}
