// ok: a service of which the container ends the scheduler
import jakarta.annotation.PostConstruct;
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
import org.springframework.stereotype.Service;

@Service
class ServiceTimer {
  private final TaskScheduler taskScheduler;
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  ServiceTimer(TaskScheduler taskScheduler) {
    this.taskScheduler = taskScheduler;
  }

  @PostConstruct
  void begin() {
    taskScheduler.scheduleWithFixedDelay(seen::clear, Duration.ofHours(1));
  }

  void seen(String user) {
    seen.put(user, System.nanoTime());
  }
}
