// leak: the old executor in the reference is replaced and never ended
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LeaderSlot {
  private final AtomicReference<ScheduledExecutorService> renewals = new AtomicReference<>();
  private volatile long term;

  void onElected(long newTerm) {
    term = newTerm;
    ScheduledExecutorService renew = Executors.newScheduledThreadPool(1); // BUG
    renew.scheduleWithFixedDelay(() -> System.out.println("renew " + term), 1, 1, TimeUnit.SECONDS);
    renewals.set(renew);
  }

  void shutdown() {
    ScheduledExecutorService last = renewals.getAndSet(null);
    if (last != null) {
      last.shutdownNow();
    }
  }
}
