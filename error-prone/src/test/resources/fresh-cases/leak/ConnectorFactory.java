// leak: every connector gets a wheel of its own
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timer;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ConnectorFactory {
  Connector connector(String host) {
    return new Connector(host, new HashedWheelTimer()); // BUG
  }

  static final class Connector implements AutoCloseable {
    private final String host;
    private final Timer retries;
    private boolean open = true;

    private Connector(String host, Timer retries) {
      this.host = host;
      this.retries = retries;
    }

    void connect() {
      retries.newTimeout(t -> System.out.println("dial " + host), 1, TimeUnit.SECONDS);
    }

    boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
