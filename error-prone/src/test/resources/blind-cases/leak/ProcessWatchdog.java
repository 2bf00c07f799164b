// leak: the process is done in a second, its watchdog waits for an hour
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ProcessWatchdog {
  private final ScheduledExecutorService clock;

  ProcessWatchdog(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  CompletableFuture<Integer> run(ProcessBuilder command) throws IOException {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    Process process = command.start();
    clock.schedule(() -> { // BUG
      if (result.complete(-1)) {
        process.destroyForcibly();
      }
    }, 1, TimeUnit.HOURS);
    process.onExit().thenAccept(ended -> result.complete(ended.exitValue()));
    return result;
  }
}
