import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

@Component
class ComponentWithPreDestroy {
  private final ScheduledExecutorService s = Executors.newScheduledThreadPool(1);

  @PreDestroy
  void close() {
    s.shutdown();
  }

  ComponentWithPreDestroy() {
    s.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
  }
}
