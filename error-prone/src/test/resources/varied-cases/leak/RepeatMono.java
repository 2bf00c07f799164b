// leak: delay with repeat, subscription dropped
import java.time.Duration;
import reactor.core.publisher.Mono;

class RepeatMono {
  private final String name;

  RepeatMono(String name) {
    this.name = name;
    Mono.delay(Duration.ofSeconds(5)).doOnNext(n -> System.out.println(this.name)).repeat().subscribe(); // BUG
  }
}
