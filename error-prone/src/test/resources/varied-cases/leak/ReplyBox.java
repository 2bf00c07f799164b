// leak: future completed with a default by a dropped one-shot and by the reply
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ReplyBox {
  private final ScheduledExecutorService clock;
  private final Map<String, CompletableFuture<String>> open = new ConcurrentHashMap<>();

  ReplyBox(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<String> ask(String question, long maxSeconds) {
    CompletableFuture<String> reply = new CompletableFuture<>();
    open.put(question, reply);
    clock.schedule(() -> reply.complete("no answer"), maxSeconds, TimeUnit.SECONDS); // BUG
    return reply;
  }

  void answer(String question, String text) {
    CompletableFuture<String> reply = open.remove(question);
    if (reply != null) {
      reply.complete(text);
    }
  }
}
