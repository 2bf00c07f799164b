// ok: a finally and a catch around the whole body of an anonymous class
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RetentionSafe {
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
  private final AtomicLong rounds = new AtomicLong();

  void begin(Supplier<String> mailbox) {
    executor.scheduleAtFixedRate(new Runnable() {
      @Override
      public void run() {
        try {
          String box = mailbox.get();
          if (box == null) {
            throw new IllegalStateException("no mailbox");
          }
          System.out.println(box);
        } catch (RuntimeException e) {
          System.err.println("failed: " + e.getMessage());
        } finally {
          rounds.incrementAndGet();
        }
      }
    }, 1, 1, TimeUnit.HOURS);
  }

  void end() {
    executor.shutdown();
  }
}
