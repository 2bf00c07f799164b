// ok: reset through a helper that swaps and cancels
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class BrokerPing {
  private final ScheduledExecutorService executor;
  private ScheduledFuture<?> ping;

  BrokerPing(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  void onConnected() {
    swap(executor.scheduleAtFixedRate(() -> System.out.println("PING"), 20, 20, TimeUnit.SECONDS));
  }

  void onError(Throwable cause) {
    swap(null);
  }

  private synchronized void swap(ScheduledFuture<?> next) {
    if (ping != null) {
      ping.cancel(false);
    }
    ping = next;
  }
}
