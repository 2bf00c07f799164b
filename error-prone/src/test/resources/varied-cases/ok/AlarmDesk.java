// ok: the value that put gives back is cancelled
import io.netty.util.Timeout;
import io.netty.util.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

class AlarmDesk {
  private final Map<String, Timeout> alarms = new HashMap<>();
  private final Timer wheel;

  AlarmDesk(Timer wheel) {
    this.wheel = wheel;
  }

  synchronized void wake(String room, long minutes) {
    Timeout before = alarms.put(room, wheel.newTimeout(t -> ring(room), minutes, TimeUnit.MINUTES));
    if (before != null) {
      before.cancel();
    }
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
