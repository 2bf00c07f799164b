// leak: AtomicInteger guard, timeout not cancelled
import io.netty.util.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class FirstAnswer {
  private final Timer wheel;

  FirstAnswer(Timer wheel) {
    this.wheel = wheel;
  }

  Runnable race(Runnable win, Runnable lose, long minutes) {
    AtomicInteger state = new AtomicInteger();
    wheel.newTimeout(t -> { // BUG
      if (state.getAndSet(2) == 0) {
        lose.run();
      }
    }, minutes, TimeUnit.MINUTES);
    return () -> {
      if (state.compareAndSet(0, 1)) {
        win.run();
      }
    };
  }
}
