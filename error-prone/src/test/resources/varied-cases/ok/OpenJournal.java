// ok: a failing constructor ends the pool before it throws
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class OpenJournal implements Closeable {
  private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor();
  private final Socket socket;

  OpenJournal(String host, int port) throws IOException {
    Socket made = null;
    try {
      made = new Socket(host, port);
    } finally {
      if (made == null) {
        this.flusher.shutdownNow();
      }
    }
    this.socket = made;
  }

  @Override
  public void close() throws IOException {
    this.flusher.shutdown();
    this.socket.close();
  }
}
