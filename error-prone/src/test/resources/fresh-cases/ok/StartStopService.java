// ok: started and stopped any number of times
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;

class StartStopService {
  private final Lock lock = new ReentrantLock();
  private ScheduledExecutorService executor;

  void start() {
    lock.lock();
    try {
      if (executor == null || executor.isShutdown()) {
        executor = Executors.newScheduledThreadPool(2);
        executor.scheduleWithFixedDelay(() -> System.out.println("work"), 1, 1, TimeUnit.MINUTES);
      }
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    lock.lock();
    try {
      if (executor != null) {
        executor.shutdown();
        if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
          executor.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
