// leak: begin() ends the group when it fails, and forgets the wheel
import io.netty.util.HashedWheelTimer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class ClusterStart {
  protected HashedWheelTimer wheel;
  protected final ExecutorService group = Executors.newCachedThreadPool();

  public ClusterStart(String host) {
    begin(host);
  }

  private void begin(String host) {
    wheel = new HashedWheelTimer(); // BUG
    wheel.newTimeout(timeout -> System.out.println("slow"), 1, TimeUnit.MINUTES);
    try {
      connect(host);
    } catch (RuntimeException e) {
      group.shutdownNow();
      throw e;
    }
  }

  private void connect(String host) {
    if (host.isBlank()) {
      throw new IllegalStateException("no host");
    }
  }

  public void close() {
    wheel.stop();
    group.shutdownNow();
  }
}
