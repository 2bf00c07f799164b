// ok: a netty executor ended in close
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.io.Closeable;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

class DialectWriter implements Closeable {
  private final EventExecutor lane;

  DialectWriter() {
    lane = new DefaultEventExecutor((ThreadFactory) r -> new Thread(r, "writer"));
  }

  void feed(String row) {
    lane.execute(() -> System.out.println(row));
  }

  @Override
  public void close() {
    lane.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
