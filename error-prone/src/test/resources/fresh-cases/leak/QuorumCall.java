// leak: whoever counts down to zero answers; the timeout is not told
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class QuorumCall {
  private final AtomicInteger missing;
  private final CompletableFuture<Integer> result = new CompletableFuture<>();

  QuorumCall(int peers, ScheduledExecutorService timer, Duration limit) {
    missing = new AtomicInteger(peers / 2 + 1);
    timer.schedule(() -> { // BUG
      result.completeExceptionally(new TimeoutException("no quorum"));
    }, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  void acknowledged(int peer) {
    if (missing.decrementAndGet() == 0) {
      result.complete(peer);
    }
  }

  CompletableFuture<Integer> result() {
    return result;
  }
}
