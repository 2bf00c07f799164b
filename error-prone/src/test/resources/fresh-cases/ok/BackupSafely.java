// ok: shutdown in finally, with an early return inside
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class BackupSafely {
  int execute(List<String> tables) throws IOException {
    ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor();
    try {
      AtomicInteger done = new AtomicInteger();
      progress.scheduleAtFixedRate(() -> System.out.println(done.get()), 5, 5, TimeUnit.SECONDS);
      if (tables.isEmpty()) {
        return 0;
      }
      for (String table : tables) {
        Files.createTempFile(table, ".sql");
        done.incrementAndGet();
      }
      return done.get();
    } finally {
      progress.shutdownNow();
    }
  }
}
