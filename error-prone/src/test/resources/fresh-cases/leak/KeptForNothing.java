// leak: the handle is kept and only asked whether it runs
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class KeptForNothing {
  private final ScheduledExecutorService scheduler;
  private final String service;
  private ScheduledFuture<?> registration;

  KeptForNothing(ScheduledExecutorService scheduler, String service) {
    this.scheduler = scheduler;
    this.service = service;
  }

  void register() {
    registration = scheduler.scheduleWithFixedDelay(() -> System.out.println("renew " + service), 0, 30, TimeUnit.SECONDS); // BUG
  }

  boolean isRegistered() {
    return registration != null && !registration.isDone();
  }

  void deregister() {
    System.out.println("bye " + service);
  }
}
