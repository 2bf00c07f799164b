// leak: reactor interval kept and never disposed
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class RateLane {
  private final Disposable ticks;

  RateLane(Consumer<Long> out) {
    ticks = Flux.interval(Duration.ofSeconds(1)).onBackpressureDrop().subscribe(out); // BUG
  }

  boolean running() {
    return !ticks.isDisposed();
  }

  void close() {
    System.out.println("closed");
  }
}
