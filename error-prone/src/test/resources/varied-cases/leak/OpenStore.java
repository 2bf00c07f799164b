// leak: constructor throws after the pool was made
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class OpenStore implements Closeable {
  private final ScheduledExecutorService flusher;
  private final Socket socket;

  OpenStore(String host, int port) throws IOException {
    this.flusher = Executors.newSingleThreadScheduledExecutor(); // BUG
    this.flusher.scheduleAtFixedRate(() -> System.out.println("flush"), 1, 1, TimeUnit.SECONDS);
    this.socket = new Socket(host, port);
  }

  @Override
  public void close() throws IOException {
    this.flusher.shutdown();
    this.socket.close();
  }
}
