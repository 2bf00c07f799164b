// ok: the entry of a message has its timeout, and takes it along
import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class AckWindowKept {
  private static final class Waiting {
    private final Consumer<String> answer;
    private Timeout limit;

    private Waiting(Consumer<String> answer) {
      this.answer = answer;
    }

    private void settle(String result) {
      if (limit != null) {
        limit.cancel();
      }
      answer.accept(result);
    }
  }

  private final Map<Long, Waiting> waiting = new ConcurrentHashMap<>();
  private final Timer wheel;

  AckWindowKept(Timer wheel) {
    this.wheel = wheel;
  }

  void sent(long id, Consumer<String> answer) {
    Waiting entry = new Waiting(answer);
    waiting.put(id, entry);
    entry.limit = wheel.newTimeout(timeout -> settle(id, "timeout"), 60, TimeUnit.SECONDS);
  }

  void acknowledged(long id) {
    settle(id, "ok");
  }

  private void settle(long id, String result) {
    Waiting entry = waiting.remove(id);
    if (entry != null) {
      entry.settle(result);
    }
  }
}
