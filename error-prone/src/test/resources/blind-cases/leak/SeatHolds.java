// leak: a hold that is paid for leaves its expiry queued, with the whole order
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SeatHolds {
  record Hold(String seat, String buyer, ScheduledFuture<?> expiry) {}

  private final Map<String, Hold> holds = new HashMap<>();
  private final ScheduledExecutorService timers;

  SeatHolds(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  synchronized void hold(String seat, String buyer) {
    if (!holds.containsKey(seat)) {
      holds.put(seat, new Hold(seat, buyer, timers.schedule(() -> expire(seat), 15, TimeUnit.MINUTES))); // BUG
    }
  }

  private synchronized void expire(String seat) {
    Hold hold = holds.remove(seat);
    if (hold != null) {
      System.out.println("free again: " + hold.seat() + " of " + hold.buyer());
    }
  }

  synchronized void paid(String seat) {
    Hold hold = holds.remove(seat); // BUG
    if (hold != null) {
      System.out.println("sold to " + hold.buyer());
    }
  }
}
