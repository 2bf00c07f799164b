// leak: periodic task of a subscription on a scheduler that was given
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class TopicSubscription implements AutoCloseable {
  private static final long ACK_MILLIS = 5_000;
  private final String topic;
  private final Consumer<String> acks;
  private final Deque<Long> unacked = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  TopicSubscription(String topic, Consumer<String> acks, ScheduledExecutorService scheduler) {
    this.topic = topic;
    this.acks = acks;
    scheduler.scheduleWithFixedDelay(this::flush, ACK_MILLIS, ACK_MILLIS, TimeUnit.MILLISECONDS); // BUG
  }

  void received(long offset) {
    unacked.add(offset);
  }

  private void flush() {
    Long last = unacked.peekLast();
    if (last != null) {
      unacked.clear();
      acks.accept(topic + "@" + last);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      flush();
    }
  }
}
