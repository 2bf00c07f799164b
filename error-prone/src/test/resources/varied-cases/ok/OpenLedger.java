// ok: the pool comes last in the constructor
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class OpenLedger implements Closeable {
  private final ScheduledExecutorService flusher;
  private final Socket socket;

  OpenLedger(String host, int port) throws IOException {
    this.socket = new Socket(host, port);
    this.flusher = Executors.newSingleThreadScheduledExecutor();
    this.flusher.scheduleAtFixedRate(() -> System.out.println("flush"), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    this.flusher.shutdown();
    this.socket.close();
  }
}
