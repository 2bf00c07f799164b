// ok: the list is drained before it is replaced
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class PartitionMarks {
  private final ScheduledExecutorService timers;
  private List<Future<?>> marks = List.of();

  PartitionMarks(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  synchronized void assign(Collection<Integer> partitions) {
    revoke();
    marks = partitions.stream()
        .<Future<?>>map(p -> timers.scheduleAtFixedRate(() -> System.out.println(p), 1, 1, TimeUnit.SECONDS))
        .collect(Collectors.toList());
  }

  synchronized void revoke() {
    marks.forEach(mark -> mark.cancel(false));
    marks = List.of();
  }
}
