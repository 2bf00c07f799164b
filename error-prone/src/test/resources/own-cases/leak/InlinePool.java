import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

class InlinePool {
  void connect(String h) {
    Executors.newSingleThreadScheduledExecutor(Threads.factory()) // BUG
        .schedule(() -> {}, 3, TimeUnit.SECONDS);
  }

  static class Threads {
    static ThreadFactory factory() {
      return Thread::new;
    }
  }
}
