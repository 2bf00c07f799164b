// leak: the base class closes, the sub class has begun one more task on the given executor
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class GossipRound extends ClusterComponent {
  private final ScheduledExecutorService executor;
  private final Set<String> members = ConcurrentHashMap.newKeySet();

  GossipRound(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  @Override
  protected void onStart() {
    executor.scheduleWithFixedDelay(this::gossip, 1, 1, TimeUnit.SECONDS); // BUG
  }

  private void gossip() {
    if (isRunning()) {
      members.forEach(System.out::println);
    }
  }
}

abstract class ClusterComponent {
  private volatile boolean running;

  final void start() {
    running = true;
    onStart();
  }

  final void stop() {
    running = false;
  }

  final boolean isRunning() {
    return running;
  }

  protected abstract void onStart();
}
