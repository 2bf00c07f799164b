// ok: a swap disposes of the subscription before
import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class PartitionPollerSwap {
  private final Disposable.Swap polling = Disposables.swap();
  private List<Integer> partitions = List.of();

  void onAssigned(List<Integer> assigned) {
    partitions = assigned;
    polling.update(Flux.interval(Duration.ofSeconds(1)).flatMapIterable(tick -> partitions).subscribe(this::poll));
  }

  void stop() {
    polling.dispose();
  }

  private void poll(int partition) {
    System.out.println("poll " + partition);
  }
}
