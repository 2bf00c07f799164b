// ok: orTimeout does it
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class ResponseLimit {
  CompletableFuture<String> limit(CompletableFuture<String> answer, long seconds) {
    return answer.orTimeout(seconds, TimeUnit.SECONDS);
  }
}
