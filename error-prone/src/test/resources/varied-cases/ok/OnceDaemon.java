// ok: a component's own periodic work, started by the container
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

@Component
class OnceDaemon implements InitializingBean, DisposableBean {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  @Override
  public void afterPropertiesSet() {
    clock.scheduleAtFixedRate(() -> System.out.println("daemon"), 1, 1, TimeUnit.MINUTES);
  }

  @Override
  public void destroy() {
    clock.shutdown();
  }
}
