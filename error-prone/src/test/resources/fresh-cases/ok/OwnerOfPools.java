// ok: all pools in a list, ended in turn
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class OwnerOfPools implements Closeable {
  private final List<ExecutorService> pools = new ArrayList<>();

  ScheduledExecutorService pool(String name) {
    ScheduledExecutorService made = Executors.newScheduledThreadPool(1, r -> new Thread(r, name));
    pools.add(made);
    return made;
  }

  @Override
  public void close() {
    for (ExecutorService pool : pools) {
      pool.shutdownNow();
    }
    pools.clear();
  }
}
