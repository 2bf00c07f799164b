// leak: each connection has a timer of its own, which close() of the connection leaves alone
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class PeerConnections {
  private final List<Connection> open = new CopyOnWriteArrayList<>();

  Connection connect(String host) {
    Connection connection = new Connection(host);
    open.add(connection);
    return connection;
  }

  void closeAll() {
    for (Connection connection : open) {
      connection.close();
    }
    open.clear();
  }

  static class Connection implements Closeable {
    private final String host;
    private final Timer idle = new Timer("idle-check", true); // BUG
    private volatile boolean closed;

    Connection(String host) {
      this.host = host;
      idle.schedule(new TimerTask() {
        @Override
        public void run() {
          if (!closed) {
            System.out.println("idle " + Connection.this.host);
          }
        }
      }, 30_000, 30_000);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
