// leak: a delayed executor begins itself again for ever
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class BackoffLoop {
  private final Runnable work;

  BackoffLoop(Runnable work) {
    this.work = work;
    next();
  }

  private void next() {
    CompletableFuture.runAsync(this::round, CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS)); // BUG
  }

  private void round() {
    work.run();
    next();
  }

  void close() {
    System.out.println("closed");
  }
}
