// ok: the task ends itself with an exception, on purpose, once it has succeeded
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class CancelledByThrow {
  private final ScheduledExecutorService scheduler;

  CancelledByThrow(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  Future<?> until(BooleanSupplier ready, Runnable then) {
    return scheduler.scheduleWithFixedDelay(() -> {
      if (ready.getAsBoolean()) {
        then.run();
        throw new CancellationException("done");
      }
    }, 0, 1, TimeUnit.SECONDS);
  }
}
