// leak: an error ends the session, its heartbeat is cancelled only on complete
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class SseSession {
  interface Emitter {
    void onCompletion(Runnable callback);

    void onError(Consumer<Throwable> callback);

    void send(String event);
  }

  private final ScheduledExecutorService scheduler;
  private ScheduledFuture<?> heartbeat;

  SseSession(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void open(Emitter emitter) {
    heartbeat = scheduler.scheduleAtFixedRate(() -> emitter.send("beat"), 10, 10, TimeUnit.SECONDS); // BUG
    emitter.onError(e -> heartbeat = null);
  }

  boolean isOpen() {
    return heartbeat != null;
  }
}
