// ok: smart lifecycle ends what it began
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.context.SmartLifecycle;

class MeterRegistryBinding implements SmartLifecycle {
  private final Object monitor = new Object();
  private ScheduledExecutorService executor;
  private volatile boolean running;

  @Override
  public void start() {
    synchronized (monitor) {
      if (!running) {
        executor = Executors.newSingleThreadScheduledExecutor();
        executor.scheduleAtFixedRate(() -> System.out.println("publish"), 10, 10, TimeUnit.SECONDS);
        running = true;
      }
    }
  }

  @Override
  public void stop() {
    synchronized (monitor) {
      if (running) {
        running = false;
        executor.shutdown();
        executor = null;
      }
    }
  }

  @Override
  public void stop(Runnable callback) {
    stop();
    callback.run();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
