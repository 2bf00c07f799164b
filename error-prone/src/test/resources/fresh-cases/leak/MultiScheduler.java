// leak: two schedulers, one end
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class MultiScheduler implements AutoCloseable {
  private final ScheduledExecutorService fast = Executors.newScheduledThreadPool(4);
  private final ScheduledExecutorService slow = Executors.newSingleThreadScheduledExecutor(); // BUG

  void every(boolean urgent, long seconds, Runnable task) {
    ScheduledExecutorService target = urgent ? fast : slow;
    target.scheduleAtFixedRate(task, seconds, seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    fast.shutdownNow();
  }
}
