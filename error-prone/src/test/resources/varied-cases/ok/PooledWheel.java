// ok: wheel shared by reference count
import io.netty.util.HashedWheelTimer;

class PooledWheel {
  private static HashedWheelTimer wheel;
  private static int users;

  static synchronized HashedWheelTimer acquire() {
    if (users++ == 0) {
      wheel = new HashedWheelTimer();
    }
    return wheel;
  }

  static synchronized void release() {
    if (--users == 0) {
      wheel.stop();
      wheel = null;
    }
  }
}
