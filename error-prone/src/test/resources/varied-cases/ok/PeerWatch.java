// ok: started with each peer, ended with each peer, by map
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class PeerWatch {
  private final Map<String, Disposable> watches = new ConcurrentHashMap<>();

  void joined(String peer) {
    watches.computeIfAbsent(peer, p -> Flux.interval(Duration.ofSeconds(5)).subscribe(n -> System.out.println(p)));
  }

  void left(String peer) {
    Disposable watch = watches.remove(peer);
    if (watch != null) {
      watch.dispose();
    }
  }
}
