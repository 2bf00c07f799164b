import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

class ClosedByResource {
  void demo(Consumer<ScheduledExecutorService> c) {
    var s = Executors.newSingleThreadScheduledExecutor();
    try (AutoCloseable x = s::shutdown) {
      c.accept(s);
    } catch (Exception e) {
    }
  }
}
