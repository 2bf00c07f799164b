// leak: reactor scheduler for each sampler
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class ReactorSampler {
  private final Scheduler clock = Schedulers.newSingle("sampler"); // BUG
  private final List<Double> samples = new CopyOnWriteArrayList<>();
  private Disposable sampling;

  synchronized void start(Supplier<Double> source) {
    if (sampling == null) {
      sampling = clock.schedulePeriodically(() -> samples.add(source.get()), 0, 100, TimeUnit.MILLISECONDS);
    }
  }

  synchronized void stop() {
    if (sampling != null) {
      sampling.dispose();
      sampling = null;
    }
  }

  double last() {
    return samples.isEmpty() ? 0 : samples.get(samples.size() - 1);
  }
}
