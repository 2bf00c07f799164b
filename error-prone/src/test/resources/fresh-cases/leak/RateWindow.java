// leak: Spring's scheduler made by hand, initialized, never destroyed
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class RateWindow {
  private final ThreadPoolTaskScheduler scheduler;
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  RateWindow(Duration window) {
    ThreadPoolTaskScheduler own = new ThreadPoolTaskScheduler(); // BUG
    own.setThreadNamePrefix("rate-");
    own.setPoolSize(1);
    own.initialize();
    own.scheduleAtFixedRate(counts::clear, window);
    this.scheduler = own;
  }

  long hit(String key) {
    LongAdder count = counts.computeIfAbsent(key, k -> new LongAdder());
    count.increment();
    return count.sum();
  }

  int threads() {
    return scheduler.getActiveCount();
  }
}
