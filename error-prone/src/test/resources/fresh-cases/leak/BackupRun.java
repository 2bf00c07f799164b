// leak: an early return passes the shutdown by
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class BackupRun {
  private final List<String> tables;

  BackupRun(List<String> tables) {
    this.tables = List.copyOf(tables);
  }

  int execute(boolean dryRun) {
    ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor(); // BUG
    AtomicInteger done = new AtomicInteger();
    progress.scheduleAtFixedRate(() -> System.out.println(done.get() + "/" + tables.size()), 5, 5, TimeUnit.SECONDS);
    if (tables.isEmpty()) {
      return 0;
    }
    for (String table : tables) {
      if (!dryRun) {
        dump(table);
      }
      done.incrementAndGet();
    }
    progress.shutdown();
    return done.get();
  }

  private void dump(String table) {
    System.out.println("dump " + table);
  }
}
