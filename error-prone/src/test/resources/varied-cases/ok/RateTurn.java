// ok: interval replaced after dispose
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class RateTurn {
  private Disposable ticks = Disposables.disposed();

  void rate(Duration every, Runnable work) {
    ticks.dispose();
    ticks = Flux.interval(every).subscribe(n -> work.run());
  }

  void close() {
    ticks.dispose();
  }
}
