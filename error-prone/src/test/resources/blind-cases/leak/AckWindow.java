// leak: a message that is acknowledged leaves its timeout in the wheel
import io.netty.util.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class AckWindow {
  private final Map<Long, Consumer<String>> waiting = new ConcurrentHashMap<>();
  private final Timer wheel;

  AckWindow(Timer wheel) {
    this.wheel = wheel;
  }

  void sent(long id, Consumer<String> answer) {
    waiting.put(id, answer);
    wheel.newTimeout(timeout -> { // BUG
      Consumer<String> late = waiting.remove(id);
      if (late != null) {
        late.accept("timeout");
      }
    }, 60, TimeUnit.SECONDS);
  }

  void acknowledged(long id) {
    Consumer<String> answer = waiting.remove(id);
    if (answer != null) {
      answer.accept("ok");
    }
  }
}
