// leak: the ping ends after an error, and goes on after an orderly close
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class PriceSocket implements WebSocket.Listener {
  private final ScheduledExecutorService timers;
  private ScheduledFuture<?> ping;

  PriceSocket(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  @Override
  public void onOpen(WebSocket socket) {
    ping = timers.scheduleAtFixedRate(() -> socket.sendPing(ByteBuffer.allocate(0)), 20, 20, TimeUnit.SECONDS); // BUG
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) { // BUG
    System.out.println("closed: " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    ping.cancel(false);
  }
}
