// ok: Spring configuration with destroyed scheduler
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration
class CronHolder {
  @Bean(destroyMethod = "shutdown")
  ScheduledExecutorService cronPool() {
    return Executors.newScheduledThreadPool(2);
  }

  @Bean
  ThreadPoolTaskScheduler cronScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(3);
    return scheduler;
  }
}
