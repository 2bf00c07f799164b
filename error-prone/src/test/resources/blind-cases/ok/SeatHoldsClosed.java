// ok: a hold closes itself: its expiry goes with it
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SeatHoldsClosed {
  record Hold(String seat, String buyer, ScheduledFuture<?> expiry) implements AutoCloseable {
    @Override
    public void close() {
      expiry.cancel(false);
    }
  }

  private final Map<String, Hold> holds = new HashMap<>();
  private final ScheduledExecutorService timers;

  SeatHoldsClosed(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  synchronized void hold(String seat, String buyer) {
    if (!holds.containsKey(seat)) {
      holds.put(seat, new Hold(seat, buyer, timers.schedule(() -> expire(seat), 15, TimeUnit.MINUTES)));
    }
  }

  private synchronized void expire(String seat) {
    holds.remove(seat);
  }

  synchronized void paid(String seat) {
    Hold hold = holds.remove(seat);
    if (hold != null) {
      hold.close();
    }
  }
}
