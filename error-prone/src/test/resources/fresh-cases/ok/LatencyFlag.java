// ok: a flag that a setter changes, read by the task, decides no race
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LatencyFlag {
  private final AtomicBoolean slow = new AtomicBoolean();
  private final ScheduledExecutorService clock;

  LatencyFlag(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void degrade(Duration length) {
    slow.set(true);
    clock.schedule(() -> slow.set(false), length.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isSlow() {
    return slow.get();
  }
}
