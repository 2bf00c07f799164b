// leak: a promise and its timeout, the promise's listener forgets the timeout
import io.netty.util.Timer;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class ReplyWait {
  private final Timer wheel;

  ReplyWait(Timer wheel) {
    this.wheel = wheel;
  }

  void guard(Promise<String> promise, long seconds) {
    wheel.newTimeout(t -> promise.tryFailure(new TimeoutException()), seconds, TimeUnit.SECONDS); // BUG
    promise.addListener(f -> System.out.println(f.isSuccess()));
  }
}
