// leak: factory makes a scheduler and throws before it hands it on
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

class ProbeFactory {
  interface Probe extends Closeable {
    void ping() throws IOException;
  }

  private final Function<ScheduledExecutorService, Probe> wiring;

  ProbeFactory(Function<ScheduledExecutorService, Probe> wiring) {
    this.wiring = wiring;
  }

  boolean alive() throws IOException {
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1); // BUG
    clock.scheduleAtFixedRate(() -> System.out.println("probing"), 1, 1, TimeUnit.SECONDS);
    try (Socket socket = new Socket("localhost", 80)) {
      if (!socket.isConnected()) {
        return false;
      }
    }
    clock.shutdownNow();
    return true;
  }
}
