// leak: put replaces the handle of the same key
import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class AlarmBook {
  private final Map<String, Timeout> alarms = new HashMap<>();
  private final Timer wheel;

  AlarmBook(Timer wheel) {
    this.wheel = wheel;
  }

  /** A guest may change the hour of his call. */
  synchronized void wake(String room, long minutes) {
    alarms.put(room, wheel.newTimeout(t -> ring(room), minutes, TimeUnit.MINUTES)); // BUG
  }

  private synchronized void ring(String room) {
    alarms.remove(room);
    System.out.println("ring " + room);
  }

  synchronized void leave(String room) {
    Timeout alarm = alarms.remove(room);
    if (alarm != null) {
      alarm.cancel();
    }
  }
}
