// leak: a timer for each partition in a list, the list is dropped
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class WatermarkEmitter {
  private final ScheduledExecutorService timers;
  private List<Future<?>> emitters = new ArrayList<>();

  WatermarkEmitter(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  void assign(Collection<Integer> partitions) {
    emitters = new ArrayList<>();
    for (int partition : partitions) {
      emitters.add(timers.scheduleAtFixedRate(() -> System.out.println("mark " + partition), 1, 1, TimeUnit.SECONDS)); // BUG
    }
  }

  int active() {
    return emitters.size();
  }
}
