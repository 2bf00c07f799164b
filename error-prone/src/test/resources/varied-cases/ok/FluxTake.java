// ok: an interval that ends by itself
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;

class FluxTake {
  void countdown(Consumer<Long> out) {
    Flux.interval(Duration.ofSeconds(1)).take(10).subscribe(out);
  }
}
