// leak: each order event starts a poll; the map only grows
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class OrderEvents {
  record OrderPlaced(String id) {}

  private final ScheduledExecutorService executor;
  private final Map<String, Future<?>> polls = new ConcurrentHashMap<>();

  OrderEvents(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  @EventListener
  void onOrder(OrderPlaced event) {
    polls.put(event.id(), executor.scheduleAtFixedRate(() -> check(event.id()), 1, 1, TimeUnit.MINUTES)); // BUG
  }

  private void check(String id) {
    System.out.println("paid? " + id);
  }

  int polling() {
    return polls.size();
  }
}
