import java.time.Duration;
import reactor.core.publisher.Flux;

class FewTicks {
  void few() {
    Flux.interval(Duration.ofSeconds(1)).take(5).subscribe(System.out::println);
  }
}
