// leak: an entry taken by the answer leaves the timeout queued
import io.netty.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

class PairTimeout {
  private final ConcurrentMap<String, Runnable> pairs = new ConcurrentHashMap<>();
  private final Timer wheel;

  PairTimeout(Timer wheel) {
    this.wheel = wheel;
  }

  void wait(String key, Runnable onMissing, int minutes) {
    pairs.put(key, onMissing);
    wheel.newTimeout(t -> { // BUG
      Runnable missing = pairs.remove(key);
      if (missing != null) {
        missing.run();
      }
    }, minutes, TimeUnit.MINUTES);
  }

  boolean arrived(String key) {
    return pairs.remove(key) != null;
  }
}
