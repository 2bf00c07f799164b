// leak: reconnect makes another executor
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class PooledClient {
  private ScheduledExecutorService keepAlive;
  private volatile String url;

  void reconnect(String newUrl) {
    url = newUrl;
    keepAlive = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "keep-alive")); // BUG
    keepAlive.scheduleAtFixedRate(() -> System.out.println("PING " + url), 30, 30, TimeUnit.SECONDS);
  }

  void close() {
    if (keepAlive != null) {
      keepAlive.shutdownNow();
    }
  }
}
