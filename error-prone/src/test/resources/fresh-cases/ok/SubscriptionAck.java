// ok: the subscription cancels its task
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class SubscriptionAck implements AutoCloseable {
  private final Deque<Long> unacked = new ConcurrentLinkedDeque<>();
  private final Consumer<Long> acks;
  private final Future<?> flushing;

  SubscriptionAck(Consumer<Long> acks, ScheduledExecutorService scheduler) {
    this.acks = acks;
    this.flushing = scheduler.scheduleWithFixedDelay(this::flush, 5, 5, TimeUnit.SECONDS);
  }

  void received(long offset) {
    unacked.add(offset);
  }

  private void flush() {
    Long last = unacked.pollLast();
    if (last != null) {
      acks.accept(last);
    }
  }

  @Override
  public void close() {
    flushing.cancel(false);
    flush();
  }
}
