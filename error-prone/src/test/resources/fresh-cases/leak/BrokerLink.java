// leak: onError() sets the field to null and the ping goes on
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class BrokerLink {
  private final ScheduledExecutorService executor;
  private volatile ScheduledFuture<?> ping;
  private volatile String state = "new";

  BrokerLink(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  void onConnected() {
    state = "up";
    if (ping == null) {
      ping = executor.scheduleAtFixedRate(() -> System.out.println("PING " + state), 20, 20, TimeUnit.SECONDS); // BUG
    }
  }

  void onError(Throwable cause) {
    state = "failed: " + cause.getMessage();
    ping = null;
  }

  void onClosed() {
    ScheduledFuture<?> p = ping;
    if (p != null) {
      p.cancel(false);
      ping = null;
    }
  }
}
