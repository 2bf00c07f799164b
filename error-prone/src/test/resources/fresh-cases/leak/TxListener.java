// leak: two constructors; the one without executor makes one that close() does not end
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class TxListener implements AutoCloseable {
  private final ScheduledExecutorService executor;
  private ScheduledFuture<?> polls;

  TxListener() {
    this(Executors.newSingleThreadScheduledExecutor()); // BUG
  }

  private TxListener(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  void listen(Runnable poll) {
    polls = executor.scheduleWithFixedDelay(poll, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (polls != null) {
      polls.cancel(true);
    }
  }
}
