// leak: only the cancel of the method that replaces it
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LateBinding {
  private final ScheduledExecutorService executor;
  private ScheduledFuture<?> refresh;

  LateBinding(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  void setInterval(Duration interval) {
    if (refresh != null) {
      refresh.cancel(false);
    }
    refresh = executor.scheduleAtFixedRate(() -> System.out.println("rebind"), 0, interval.toMillis(), TimeUnit.MILLISECONDS); // BUG
  }

  void unbind() {
    System.out.println("unbound");
  }
}
