import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class CompositeDisposable {
  private final Disposable.Composite all = Disposables.composite();

  void start() {
    all.add(Flux.interval(Duration.ofSeconds(1)).subscribe(x -> {}));
  }

  void stop() {
    all.dispose();
  }
}
