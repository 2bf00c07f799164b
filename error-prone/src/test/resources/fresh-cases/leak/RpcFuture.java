// leak: success cancels the timeout, failure does not
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RpcFuture {
  interface Callback {
    void onSuccess(byte[] reply);

    void onFailure(Throwable cause);
  }

  interface Wire {
    void send(byte[] frame, Callback callback);
  }

  private final ScheduledExecutorService timers;
  private final Wire wire;

  RpcFuture(ScheduledExecutorService timers, Wire wire) {
    this.timers = timers;
    this.wire = wire;
  }

  CompletableFuture<byte[]> call(byte[] frame) {
    CompletableFuture<byte[]> promise = new CompletableFuture<>();
    ScheduledFuture<?> timeout =
        timers.schedule(() -> promise.completeExceptionally(new TimeoutException()), 30, TimeUnit.SECONDS); // BUG
    promise.thenRun(() -> timeout.cancel(true)); // BUG
    wire.send(frame, new Callback() {
      @Override
      public void onSuccess(byte[] reply) {
        promise.complete(reply);
      }

      @Override
      public void onFailure(Throwable cause) {
        promise.completeExceptionally(cause);
      }
    });
    return promise;
  }
}
