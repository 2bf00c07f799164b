// ok: the promise's listener cancels the timeout
import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ReplyStop {
  private final Timer wheel;

  ReplyStop(Timer wheel) {
    this.wheel = wheel;
  }

  void guard(Promise<String> promise, long seconds) {
    Timeout late = wheel.newTimeout(t -> promise.tryFailure(new TimeoutException()), seconds, TimeUnit.SECONDS);
    promise.addListener(f -> late.cancel());
  }
}
