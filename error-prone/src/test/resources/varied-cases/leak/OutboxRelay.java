// leak: consumer per topic, wheel per consumer
import io.netty.util.HashedWheelTimer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class OutboxRelay {
  private final Map<String, Consumer<String>> relays = new HashMap<>();

  void topic(String name) {
    HashedWheelTimer wheel = new HashedWheelTimer(); // BUG
    wheel.newTimeout(t -> System.out.println(name), 1, TimeUnit.MINUTES);
    relays.put(name, text -> wheel.newTimeout(t -> System.out.println(text), 1, TimeUnit.SECONDS));
  }

  void drop(String name) {
    relays.remove(name);
  }
}
