// leak: the future of each vehicle goes into a list that is only cleared
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class FleetHeartbeats {
  private final ScheduledExecutorService pool;
  private final List<ScheduledFuture<?>> beats = new ArrayList<>();

  FleetHeartbeats(ScheduledExecutorService pool) {
    this.pool = pool;
  }

  synchronized void add(String vehicle) {
    beats.add(pool.scheduleAtFixedRate(() -> System.out.println("beat " + vehicle), 0, 10, TimeUnit.SECONDS)); // BUG
  }

  synchronized int size() {
    return beats.size();
  }

  synchronized void stop() {
    beats.clear();
  }
}
