import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration
class SchedulerBeans {
  @Bean(destroyMethod = "shutdown")
  ScheduledExecutorService s() {
    return Executors.newScheduledThreadPool(2);
  }

  @Bean
  ThreadPoolTaskScheduler t() {
    ThreadPoolTaskScheduler x = new ThreadPoolTaskScheduler();
    x.setPoolSize(3);
    x.initialize();
    return x;
  }

  @Bean
  TaskScheduler c() {
    return new ConcurrentTaskScheduler(s());
  }
}
