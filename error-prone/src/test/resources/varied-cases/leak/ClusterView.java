// leak: scheduler of an enum, task of an object
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

class ClusterView {
  enum Clock {
    SHARED;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);

    ScheduledExecutorService executor() {
      return this.executor;
    }
  }

  private final Supplier<List<String>> nodes;
  private volatile List<String> seen = List.of();

  ClusterView(Supplier<List<String>> nodes) {
    this.nodes = nodes;
    Clock.SHARED.executor().scheduleWithFixedDelay(() -> this.seen = this.nodes.get(), 1, 1, TimeUnit.SECONDS); // BUG
  }

  List<String> seen() {
    return this.seen;
  }
}
