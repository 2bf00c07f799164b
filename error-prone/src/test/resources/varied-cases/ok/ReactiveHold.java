// ok: composite keeps all subscriptions
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class ReactiveHold {
  private final Disposable.Composite all = Disposables.composite();

  void every(Duration period, Runnable work) {
    all.add(Flux.interval(period).subscribe(n -> work.run()));
  }

  void close() {
    all.dispose();
  }
}
