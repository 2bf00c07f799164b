// leak: interval replaced without dispose
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class RateSwap {
  private Disposable ticks = Disposables.disposed();

  void rate(Duration every, Runnable work) {
    ticks = Flux.interval(every).subscribe(n -> work.run()); // BUG
  }

  void close() {
    ticks.dispose();
  }
}
