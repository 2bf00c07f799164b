// ok: a delay, not a timeout: nobody else completes the future
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class DelayedSuccess {
  private final ScheduledExecutorService scheduler;

  DelayedSuccess(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  CompletableFuture<Void> pause(Duration length) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    scheduler.schedule(() -> over.complete(null), length.toMillis(), TimeUnit.MILLISECONDS);
    return over;
  }
}
