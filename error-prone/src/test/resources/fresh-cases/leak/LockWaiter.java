// leak: grant or time out, whichever is first, through getAndSet
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LockWaiter {
  private final AtomicReference<Consumer<Boolean>> callback;

  LockWaiter(Consumer<Boolean> callback, ScheduledExecutorService timers, long millis) {
    this.callback = new AtomicReference<>(callback);
    timers.schedule(this::expire, millis, TimeUnit.MILLISECONDS); // BUG
  }

  private void expire() {
    answer(false);
  }

  void granted() {
    answer(true);
  }

  private void answer(boolean owned) {
    Consumer<Boolean> waiting = callback.getAndSet(null);
    if (waiting != null) {
      waiting.accept(owned);
    }
  }
}
