// leak: cancel stands in the close of one kind of end only
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class SessionWatch {
  private final ScheduledExecutorService scheduler;
  private ScheduledFuture<?> watch;
  private boolean authenticated;

  SessionWatch(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void opened() {
    watch = scheduler.scheduleAtFixedRate(() -> System.out.println("probe"), 5, 5, TimeUnit.SECONDS); // BUG
  }

  void loggedIn(String user) {
    authenticated = !user.isEmpty();
  }

  void close() {
    if (!authenticated) {
      return;
    }
    watch.cancel(false);
    authenticated = false;
  }
}
