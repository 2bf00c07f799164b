// leak: leases are renewed into the same key, the old expiry still fires
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LeaseTable {
  private final Map<String, ScheduledFuture<?>> expiries = new ConcurrentHashMap<>();
  private final ScheduledExecutorService scheduler;

  LeaseTable(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void renew(String client) {
    expiries.put(client, scheduler.schedule(() -> expire(client), 60, TimeUnit.SECONDS)); // BUG
  }

  private void expire(String client) {
    expiries.remove(client);
    System.out.println("expired " + client);
  }

  void release(String client) {
    ScheduledFuture<?> expiry = expiries.remove(client);
    if (expiry != null) {
      expiry.cancel(false);
    }
  }
}
