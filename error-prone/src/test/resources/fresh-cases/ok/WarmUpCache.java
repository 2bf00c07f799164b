// ok: a component of the application whose constructor begins its refresh
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
import org.springframework.stereotype.Component;

@Component
class WarmUpCache {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  WarmUpCache(TaskScheduler scheduler) {
    scheduler.scheduleWithFixedDelay(this::reload, Duration.ofMinutes(5));
  }

  private void reload() {
    values.put("now", Instant.now().toString());
  }

  String get(String key) {
    return values.get(key);
  }
}
