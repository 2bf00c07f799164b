// ok: the pool goes to a registry which ends it
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class HandedOverPool {
  interface Closer {
    void register(ExecutorService executor);
  }

  private final ScheduledExecutorService pool;

  HandedOverPool(Closer closer) {
    pool = Executors.newScheduledThreadPool(1);
    closer.register(pool);
  }

  void start(Runnable work) {
    pool.scheduleAtFixedRate(work, 1, 1, TimeUnit.SECONDS);
  }
}
