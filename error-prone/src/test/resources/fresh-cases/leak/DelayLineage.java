// leak: a chain of one-shots in a component with close(), no flag
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class DelayLineage implements AutoCloseable {
  private final ScheduledExecutorService shared;
  private final URI endpoint;

  DelayLineage(ScheduledExecutorService shared, URI endpoint) {
    this.shared = shared;
    this.endpoint = endpoint;
    next();
  }

  private void next() {
    shared.schedule(this::poll, 15, TimeUnit.SECONDS); // BUG
  }

  private void poll() {
    try {
      System.out.println("GET " + endpoint);
    } finally {
      next();
    }
  }

  @Override
  public void close() {
    System.out.println("closed " + endpoint);
  }
}
