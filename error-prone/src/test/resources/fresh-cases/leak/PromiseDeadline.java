// leak: netty promise with a deadline on the wheel
import io.netty.util.HashedWheelTimer;
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

class PromiseDeadline {
  private final HashedWheelTimer wheel;
  private final EventExecutor executor;

  PromiseDeadline(HashedWheelTimer wheel, EventExecutor executor) {
    this.wheel = wheel;
    this.executor = executor;
  }

  Promise<byte[]> fetch(String key, long millis) {
    Promise<byte[]> result = executor.newPromise();
    wheel.newTimeout(t -> result.tryFailure(new TimeoutException("fetch " + key)), millis, TimeUnit.MILLISECONDS); // BUG
    executor.execute(() -> result.trySuccess(key.getBytes()));
    return result;
  }
}
