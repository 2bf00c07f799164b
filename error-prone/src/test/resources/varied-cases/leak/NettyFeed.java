// leak: discarded periodic on an event executor given per object
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class NettyFeed {
  private final EventExecutor loop;
  private final Consumer<String> out;
  private boolean open;

  NettyFeed(EventExecutor loop, Consumer<String> out) {
    this.loop = loop;
    this.out = out;
  }

  void open() {
    open = true;
    loop.scheduleAtFixedRate(() -> out.accept("tick"), 1, 1, TimeUnit.SECONDS); // BUG
  }

  void close() {
    open = false;
    System.out.println("closed " + open);
  }
}
