// leak: the builder gives each pool an evictor that close() forgets
import java.net.Socket;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class SocketPool implements AutoCloseable {
  private final Deque<Socket> idle = new ConcurrentLinkedDeque<>();
  private final ScheduledExecutorService evictor;
  private final int max;

  private SocketPool(Builder builder) {
    this.max = builder.max;
    this.evictor = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, builder.name)); // BUG
    this.evictor.scheduleWithFixedDelay(this::evict, 1, 1, TimeUnit.MINUTES);
  }

  private void evict() {
    while (idle.size() > max) {
      idle.pollLast();
    }
  }

  @Override
  public void close() throws Exception {
    for (Socket socket : idle) {
      socket.close();
    }
    idle.clear();
  }

  static final class Builder {
    private int max = 8;
    private String name = "evictor";

    Builder max(int max) {
      this.max = max;
      return this;
    }

    Builder name(String name) {
      this.name = name;
      return this;
    }

    SocketPool build() {
      return new SocketPool(this);
    }
  }
}
