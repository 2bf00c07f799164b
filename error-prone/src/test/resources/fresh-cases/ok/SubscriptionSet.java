// ok: each subscription is a closeable that cancels its own task
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class SubscriptionSet {
  private final ScheduledExecutorService scheduler;
  private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

  SubscriptionSet(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  AutoCloseable subscribe(Runnable poll) {
    Subscription subscription = new Subscription();
    subscription.task = scheduler.scheduleWithFixedDelay(poll, 0, 1, TimeUnit.SECONDS);
    subscriptions.add(subscription);
    return subscription;
  }

  private final class Subscription implements AutoCloseable {
    private Future<?> task;

    @Override
    public void close() {
      if (subscriptions.remove(this)) {
        task.cancel(false);
      }
    }
  }
}
