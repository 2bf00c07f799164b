// ok: own executor is ended, one that was given is not
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class UploaderBuilder {
  private ScheduledExecutorService executor;

  UploaderBuilder executor(ScheduledExecutorService executor) {
    this.executor = executor;
    return this;
  }

  Uploader build() {
    boolean own = executor == null;
    return new Uploader(own ? Executors.newScheduledThreadPool(2) : executor, own);
  }

  static final class Uploader implements AutoCloseable {
    private final ScheduledExecutorService executor;
    private final boolean own;

    Uploader(ScheduledExecutorService executor, boolean own) {
      this.executor = executor;
      this.own = own;
    }

    void later(Runnable part) {
      executor.schedule(part, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      if (own) {
        executor.shutdown();
      }
    }
  }
}
