// ok: the executor before is taken out of the reference and ended
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LeaderTerm {
  private final AtomicReference<ScheduledExecutorService> renewals = new AtomicReference<>();

  void onElected(long term) {
    ScheduledExecutorService renew = Executors.newScheduledThreadPool(1);
    renew.scheduleWithFixedDelay(() -> System.out.println("renew " + term), 1, 1, TimeUnit.SECONDS);
    end(renewals.getAndSet(renew));
  }

  void onDeposed() {
    end(renewals.getAndSet(null));
  }

  private static void end(ScheduledExecutorService old) {
    if (old != null) {
      old.shutdownNow();
    }
  }
}
