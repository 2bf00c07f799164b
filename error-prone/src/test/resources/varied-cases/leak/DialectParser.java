// leak: a netty executor per object
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One for each upload. */
class DialectParser {
  private final EventExecutor lane;
  private final List<String> rows = new ArrayList<>();

  DialectParser() {
    lane = new DefaultEventExecutor((ThreadFactory) r -> new Thread(r, "parser")); // BUG
  }

  void feed(String row) {
    lane.execute(() -> rows.add(row.trim()));
    lane.schedule(rows::clear, 1, TimeUnit.MINUTES);
  }

  void finish() {
    System.out.println(rows.size());
  }
}
