// ok: an operator starts and stops it
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OperatorSwitch {
  private final TaskScheduler scheduler;
  private ScheduledFuture<?> sampling;

  OperatorSwitch(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @PutMapping("/sampling")
  synchronized void on() {
    if (sampling != null && !sampling.isDone()) {
      return;
    }
    sampling = scheduler.scheduleWithFixedDelay(() -> System.out.println("sample"), Duration.ofSeconds(1));
  }

  @DeleteMapping("/sampling")
  synchronized void off() {
    if (sampling != null) {
      sampling.cancel(false);
    }
  }
}
