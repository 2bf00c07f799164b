// ok: the caller gets the closing of the task
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ReturnedLease {
  private final ScheduledExecutorService scheduler;

  ReturnedLease(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  Closeable register(String service) {
    Future<?> renewals = scheduler.scheduleWithFixedDelay(() -> System.out.println(service), 0, 30, TimeUnit.SECONDS);
    return () -> {
      renewals.cancel(false);
      System.out.println("bye " + service);
    };
  }
}
