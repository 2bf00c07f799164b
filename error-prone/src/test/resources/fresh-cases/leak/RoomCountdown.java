// leak: restarting a countdown loses the one before
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RoomCountdown {
  private final ScheduledExecutorService scheduler;
  private ScheduledFuture<?> ticks;
  private int left;

  RoomCountdown(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  public void restart(int seconds) {
    left = seconds;
    ticks = scheduler.scheduleAtFixedRate(() -> System.out.println(left--), 1, 1, TimeUnit.SECONDS); // BUG
  }

  public void stop() {
    if (ticks != null) {
      ticks.cancel(false);
      ticks = null;
    }
  }
}
