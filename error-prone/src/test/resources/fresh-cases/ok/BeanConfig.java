// ok: beans that the container ends
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@Configuration(proxyBeanMethods = false)
class BeanConfig {
  @Bean
  ThreadPoolTaskScheduler reports() {
    var scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(2);
    scheduler.setRemoveOnCancelPolicy(true);
    return scheduler;
  }

  @Bean
  ScheduledExecutorService timeouts() {
    return Executors.newSingleThreadScheduledExecutor();
  }

  @Bean
  Runnable warmUp(TaskScheduler reports) {
    reports.scheduleAtFixedRate(() -> System.out.println("report"), Duration.ofHours(1));
    return () -> System.out.println("warm");
  }
}
