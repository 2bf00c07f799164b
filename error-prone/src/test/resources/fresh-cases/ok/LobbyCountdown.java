// ok: a restart stops first
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class LobbyCountdown {
  private final ScheduledExecutorService scheduler;
  private ScheduledFuture<?> ticks;
  private int left;

  LobbyCountdown(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  public synchronized void restart(int seconds) {
    stop();
    left = seconds;
    ticks = scheduler.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void tick() {
    if (--left <= 0) {
      stop();
    }
  }

  public synchronized void stop() {
    if (ticks != null) {
      ticks.cancel(false);
      ticks = null;
    }
  }
}
