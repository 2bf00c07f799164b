// ok: the end of the evictor is one of the steps that close() runs
import java.net.Socket;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class SocketPoolClosers implements AutoCloseable {
  private final Deque<Socket> idle = new ConcurrentLinkedDeque<>();
  private final List<Runnable> closers = new ArrayList<>();

  SocketPoolClosers(int max) {
    ScheduledExecutorService evictor = Executors.newSingleThreadScheduledExecutor();
    evictor.scheduleWithFixedDelay(() -> evict(max), 1, 1, TimeUnit.MINUTES);
    closers.add(evictor::shutdownNow);
    closers.add(idle::clear);
  }

  private void evict(int max) {
    while (idle.size() > max) {
      idle.pollLast();
    }
  }

  @Override
  public void close() {
    closers.forEach(Runnable::run);
  }
}
