// leak: each drain of a queue makes a scheduler that nobody keeps
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class PeriodicDrain<T> {
  private final Queue<T> queue;
  private final Consumer<? super T> sink;

  PeriodicDrain(Queue<T> queue, Consumer<? super T> sink) {
    this.queue = queue;
    this.sink = sink;
    ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1); // BUG
    scheduler.scheduleWithFixedDelay(this::drain, 1, 1, TimeUnit.SECONDS);
  }

  private void drain() {
    for (T item = queue.poll(); item != null; item = queue.poll()) {
      sink.accept(item);
    }
  }
}
