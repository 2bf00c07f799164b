// ok: a listener of the promise gives up the deadline
import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class PromiseListener {
  private final Timer wheel;
  private final EventExecutor executor;

  PromiseListener(Timer wheel, EventExecutor executor) {
    this.wheel = wheel;
    this.executor = executor;
  }

  Promise<byte[]> fetch(String key, long millis) {
    Promise<byte[]> result = executor.newPromise();
    Timeout deadline = wheel.newTimeout(t -> result.tryFailure(new TimeoutException(key)), millis, TimeUnit.MILLISECONDS);
    result.addListener(done -> deadline.cancel());
    executor.execute(() -> result.trySuccess(key.getBytes()));
    return result;
  }
}
