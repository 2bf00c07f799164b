// leak: close() ends the future and forgets the executor it made itself
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class GaugeReporter implements AutoCloseable {
  private final ScheduledExecutorService executor;
  private final ScheduledFuture<?> reporting;
  private final Map<String, Supplier<Number>> gauges = new ConcurrentHashMap<>();

  static GaugeReporter every(Duration period) {
    return new GaugeReporter(Executors.newSingleThreadScheduledExecutor(), period); // BUG
  }

  private GaugeReporter(ScheduledExecutorService executor, Duration period) {
    this.executor = executor;
    this.reporting = executor.scheduleAtFixedRate(this::report, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  void register(String name, Supplier<Number> gauge) {
    gauges.put(name, gauge);
  }

  private void report() {
    gauges.forEach((name, gauge) -> System.out.println(name + " " + gauge.get()));
  }

  @Override
  public void close() {
    reporting.cancel(false);
    gauges.clear();
  }

  boolean isIdle() {
    return executor.isShutdown();
  }
}
