// leak: each rebalance subscribes once more, and stop() disposes of the last only
import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class PartitionPoller {
  private volatile Disposable polling;
  private List<Integer> partitions = List.of();

  void onAssigned(List<Integer> assigned) {
    partitions = assigned;
    polling = Flux.interval(Duration.ofSeconds(1)).flatMapIterable(tick -> partitions).subscribe(this::poll); // BUG
  }

  void onRevoked() {
    partitions = List.of();
  }

  void stop() {
    if (polling != null) {
      polling.dispose();
    }
  }

  private void poll(int partition) {
    System.out.println("poll " + partition);
  }
}
