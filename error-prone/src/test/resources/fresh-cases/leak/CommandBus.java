// leak: one more retry loop with each command
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Service;

@Service
class CommandBus {
  record CommandFailed(String id, int code) {}

  private final TaskScheduler scheduler;
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  CommandBus(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @EventListener
  void onFailure(CommandFailed failed) {
    if (failed.code() >= 500) {
      scheduler.scheduleWithFixedDelay(() -> retry(failed.id()), Duration.ofSeconds(20)); // BUG
    }
  }

  private void retry(String id) {
    if (!done.contains(id)) {
      System.out.println("retry " + id);
    }
  }

  void succeeded(String id) {
    done.add(id);
  }
}
