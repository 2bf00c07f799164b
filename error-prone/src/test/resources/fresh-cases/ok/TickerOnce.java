// ok: one ticker for all, begun by the first message
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;

@Controller
class TickerOnce {
  private final TaskScheduler scheduler;
  private final Set<String> followers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean ticking = new AtomicBoolean();

  TickerOnce(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @PostMapping("/follow")
  void follow(String user) {
    followers.add(user);
    startTicking();
  }

  private void startTicking() {
    if (ticking.getAndSet(true)) {
      return;
    }
    scheduler.scheduleAtFixedRate(() -> followers.forEach(System.out::println), Duration.ofSeconds(1));
  }
}
