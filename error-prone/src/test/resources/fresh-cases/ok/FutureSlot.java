// ok: a slot for one future, replaced by those who cancel
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

final class FutureSlot {
  private final AtomicReference<ScheduledFuture<?>> current = new AtomicReference<>();
  private final ScheduledExecutorService scheduler;

  FutureSlot(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  void start(Runnable beat) {
    cancel();
    current.set(scheduler.scheduleAtFixedRate(beat, 0, 50, TimeUnit.MILLISECONDS));
  }

  boolean cancel() {
    ScheduledFuture<?> future = current.getAndSet(null);
    return future != null && future.cancel(false);
  }
}
