// ok: whoever is given the class makes the object, and has the pool from it
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class NestedByItsClass {
  Class<?> source() {
    return Pools.class;
  }

  static class Pools {
    ScheduledExecutorService reports() {
      return Executors.newSingleThreadScheduledExecutor();
    }
  }
}
