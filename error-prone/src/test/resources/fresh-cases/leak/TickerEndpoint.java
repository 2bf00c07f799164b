// leak: each subscription starts a ticker
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Controller;

@Controller
class TickerEndpoint {
  private final TaskScheduler scheduler;

  TickerEndpoint(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @PostMapping("/follow")
  void follow(String symbol) {
    start(symbol);
  }

  private void start(String symbol) {
    scheduler.scheduleAtFixedRate(() -> System.out.println("quote " + symbol), Duration.ofSeconds(1)); // BUG
  }
}
