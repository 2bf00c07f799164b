// leak: group of Netty loops per object, never ended
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import java.util.concurrent.TimeUnit;

class MonitorHub {
  private final EventExecutorGroup loops;

  MonitorHub(int threads) {
    this.loops = new UnorderedThreadPoolEventExecutor(threads); // BUG
    this.loops.scheduleAtFixedRate(() -> System.out.println("hub"), 1, 1, TimeUnit.MINUTES);
  }

  void stop() {
    System.out.println("stopped");
  }
}
