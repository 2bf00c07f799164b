// ok: the container makes the configuration and ends its beans
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class NestedConfiguration {
  @Configuration
  static class Pools {
    @Bean
    ScheduledExecutorService reports() {
      return Executors.newSingleThreadScheduledExecutor();
    }
  }
}
