// leak: only one of the two jobs of the handler is cancelled
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class DeviceHandler {
  private final ScheduledExecutorService scheduler;
  private final String address;
  private ScheduledFuture<?> refreshJob;
  private ScheduledFuture<?> reconnectJob;

  DeviceHandler(ScheduledExecutorService scheduler, String address) {
    this.scheduler = scheduler;
    this.address = address;
  }

  public void initialize() {
    reconnectJob = scheduler.scheduleWithFixedDelay(this::connect, 0, 60, TimeUnit.SECONDS); // BUG
    refreshJob = scheduler.scheduleWithFixedDelay(this::refresh, 5, 30, TimeUnit.SECONDS);
  }

  private void connect() {
    System.out.println("connect " + address);
  }

  private void refresh() {
    System.out.println("refresh " + address);
  }

  public void dispose() {
    if (refreshJob != null && !refreshJob.isCancelled()) {
      refreshJob.cancel(true);
      refreshJob = null;
    }
  }
}
