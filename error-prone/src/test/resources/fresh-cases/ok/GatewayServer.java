// ok: group ended in stop() and when the start fails
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

class GatewayServer {
  private EventExecutorGroup workers;

  synchronized void start(int port) {
    if (workers != null) {
      throw new IllegalStateException("already started");
    }
    EventExecutorGroup group = new DefaultEventExecutorGroup(4);
    boolean bound = false;
    try {
      bind(port, group);
      bound = true;
    } finally {
      if (!bound) {
        group.shutdownGracefully();
      }
    }
    workers = group;
  }

  private void bind(int port, EventExecutorGroup group) {
    group.scheduleAtFixedRate(() -> System.out.println("sweep " + port), 1, 1, TimeUnit.SECONDS);
  }

  synchronized void stop() throws InterruptedException {
    if (workers != null) {
      workers.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
      workers = null;
    }
  }
}
