// ok: one timer for the pool, cancelled when the pool closes
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ConnectionPoolTimer implements Closeable {
  private final Timer reaper = new Timer("reaper", true);
  private final Deque<Socket> idle = new ConcurrentLinkedDeque<>();

  ConnectionPoolTimer() {
    reaper.scheduleAtFixedRate(new Reap(), 60_000, 60_000);
  }

  void release(Socket socket) {
    idle.push(socket);
  }

  private final class Reap extends TimerTask {
    @Override
    public void run() {
      Socket socket = idle.pollLast();
      if (socket != null) {
        try {
          socket.close();
        } catch (IOException e) {
          System.err.println(e);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    reaper.cancel();
    for (Socket socket : idle) {
      socket.close();
    }
  }
}
