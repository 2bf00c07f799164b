// leak: each key stroke cancels and schedules again; the pool keeps what was cancelled
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class TypingIndicator {
  private final ScheduledExecutorService delays;
  private ScheduledFuture<?> clear;

  TypingIndicator() {
    this.delays = Executors.newScheduledThreadPool(1); // BUG
  }

  synchronized void typed(String user) {
    if (clear != null) {
      clear.cancel(true);
    }
    clear = delays.schedule(() -> System.out.println(user + " is quiet"), 30, TimeUnit.SECONDS);
  }

  void close() {
    delays.shutdownNow();
  }
}
