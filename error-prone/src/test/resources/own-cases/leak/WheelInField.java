import io.netty.util.HashedWheelTimer;
import java.util.concurrent.TimeUnit;

class WheelInField {
  private final HashedWheelTimer wheel = new HashedWheelTimer(); // BUG

  void arm() {
    wheel.newTimeout(t -> System.out.println(), 5, TimeUnit.SECONDS);
  }
}
