import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class DisposedFlux {
  private Disposable d;

  void start() {
    d = Flux.interval(Duration.ofSeconds(1)).subscribe(x -> {});
  }

  void stop() {
    if (d != null && !d.isDisposed()) d.dispose();
  }
}
