// ok: shut down when the future completes
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class CaseRun {
  boolean finish(BooleanSupplier done, long timeoutMillis) throws Exception {
    CompletableFuture<Boolean> finished = new CompletableFuture<>();
    ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    finished.whenComplete((value, error) -> scheduler.shutdownNow());
    scheduler.scheduleAtFixedRate(() -> {
      if (done.getAsBoolean()) {
        finished.complete(true);
      }
    }, 100, 100, TimeUnit.MILLISECONDS);
    try {
      return finished.get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      finished.completeExceptionally(e);
      return false;
    }
  }
}
