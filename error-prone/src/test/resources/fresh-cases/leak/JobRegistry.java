// leak: update() puts another future under the same id
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

class JobRegistry {
  private final Map<String, ScheduledFuture<?>> jobs = new ConcurrentHashMap<>();
  private final TaskScheduler scheduler;

  JobRegistry(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  void update(String name, String cron, Runnable body) {
    ScheduledFuture<?> next = scheduler.schedule(body, new CronTrigger(cron)); // BUG
    jobs.put(name, next); // BUG
  }

  void delete(String name) {
    ScheduledFuture<?> job = jobs.remove(name);
    if (job != null) {
      job.cancel(false);
    }
  }
}
