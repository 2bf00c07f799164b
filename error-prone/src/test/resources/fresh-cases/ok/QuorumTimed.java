// ok: orTimeout takes care of itself, and the hedge is cancelled by both
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class QuorumTimed {
  private final ScheduledExecutorService timer;

  QuorumTimed(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  CompletableFuture<Integer> call(Supplier<CompletableFuture<Integer>> peer) {
    CompletableFuture<Integer> result = peer.get().orTimeout(30, TimeUnit.SECONDS);
    Future<?> hedge = timer.schedule(() -> peer.get().thenAccept(result::complete), 10, TimeUnit.SECONDS);
    result.handle((value, error) -> hedge.cancel(false));
    return result;
  }
}
