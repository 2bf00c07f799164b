import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class FluxNeverDisposed {
  private Disposable d;

  void start() {
    d = Flux.interval(Duration.ofSeconds(1)).doOnNext(x -> {}).subscribe(); // BUG
  }

  void stop() {}
}
