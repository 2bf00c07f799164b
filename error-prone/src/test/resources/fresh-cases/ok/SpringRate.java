// ok: scheduler made by hand and destroyed in destroy()
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class SpringRate implements DisposableBean {
  private final ThreadPoolTaskScheduler scheduler = createScheduler();

  private static ThreadPoolTaskScheduler createScheduler() {
    ThreadPoolTaskScheduler made = new ThreadPoolTaskScheduler();
    made.setPoolSize(1);
    made.initialize();
    return made;
  }

  void begin(Duration window, Runnable reset) {
    scheduler.scheduleAtFixedRate(reset, window);
  }

  @Override
  public void destroy() {
    scheduler.shutdown();
  }
}
