import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class CloserList {
  private final List<AutoCloseable> closers = new ArrayList<>();

  CloserList() {
    ScheduledExecutorService s = Executors.newScheduledThreadPool(1);
    closers.add(s::shutdownNow);
    s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }

  void close() throws Exception {
    for (AutoCloseable c : closers) c.close();
  }
}
