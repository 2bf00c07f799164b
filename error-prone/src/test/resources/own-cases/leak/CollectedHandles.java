import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CollectedHandles {
  private final List<Future<?>> fs = new ArrayList<>();

  CollectedHandles(ScheduledExecutorService s) {
    for (int i = 0; i < 3; i++) {
      fs.add(s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS));
    } // BUG
  }

  int size() {
    return fs.size();
  }
}
