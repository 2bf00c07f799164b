// leak: Disposable in a map, entry dropped
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class HealthBoard {
  private final Map<String, Disposable> probes = new ConcurrentHashMap<>();

  void watch(String node) {
    probes.put(node, Flux.interval(Duration.ofSeconds(1)).subscribe(n -> System.out.println(node))); // BUG
  }

  void forget(String node) {
    probes.remove(node); // BUG
  }

  void close() {
    probes.values().forEach(Disposable::dispose);
  }
}
