// ok: one refresh for the class, begun with the first object
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class StaticRefresh {
  private static final ScheduledExecutorService REFRESH = Executors.newScheduledThreadPool(1);
  private static volatile boolean begun;
  private static volatile Instant now = Instant.now();

  StaticRefresh() {
    begin();
  }

  private static synchronized void begin() {
    if (!begun) {
      begun = true;
      REFRESH.scheduleAtFixedRate(() -> now = Instant.now(), 1, 1, TimeUnit.SECONDS);
    }
  }

  Instant now() {
    return now;
  }
}
