// ok: Disposables.swap disposes what it replaces
import java.time.Duration;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

class RateSwapped {
  private final Disposable.Swap ticks = Disposables.swap();

  void rate(Duration every, Runnable work) {
    ticks.update(Flux.interval(every).subscribe(n -> work.run()));
  }

  void close() {
    ticks.dispose();
  }
}
