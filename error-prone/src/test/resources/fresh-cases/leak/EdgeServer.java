// leak: group ended only when the start fails
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class EdgeServer {
  private volatile boolean up;

  void start(int port) {
    EventExecutorGroup workers = new DefaultEventExecutorGroup(4); // BUG
    try {
      bind(port, workers);
      up = true;
    } catch (RuntimeException e) {
      workers.shutdownGracefully();
      throw e;
    }
  }

  private void bind(int port, EventExecutorGroup workers) {
    if (port < 0) {
      throw new IllegalStateException("port " + port);
    }
    workers.scheduleAtFixedRate(() -> System.out.println("sweep " + port), 1, 1, TimeUnit.SECONDS);
  }

  void stop() {
    up = false;
  }

  boolean isUp() {
    return up;
  }
}
