// ok: compute() cancels the old future of the key
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
import org.springframework.scheduling.support.CronTrigger;

class JobDirectory {
  private final ConcurrentHashMap<String, ScheduledFuture<?>> jobs = new ConcurrentHashMap<>();
  private final TaskScheduler scheduler;

  JobDirectory(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void update(String name, String cron, Runnable body) {
    jobs.compute(name, (key, old) -> {
      if (old != null) {
        old.cancel(false);
      }
      return scheduler.schedule(body, new CronTrigger(cron));
    });
  }

  void delete(String name) {
    jobs.computeIfPresent(name, (key, old) -> {
      old.cancel(false);
      return null;
    });
  }
}
