// ok: whatever becomes of the process, its watchdog is cancelled
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ProcessWatchdogEnded {
  private final ScheduledExecutorService clock;

  ProcessWatchdogEnded(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<Integer> run(ProcessBuilder command) throws IOException {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    Process process = command.start();
    Future<?> limit = clock.schedule(() -> {
      if (result.complete(-1)) {
        process.destroyForcibly();
      }
    }, 1, TimeUnit.HOURS);
    process.onExit().thenAccept(ended -> result.complete(ended.exitValue()));
    return result.whenComplete((code, failure) -> limit.cancel(false));
  }
}
