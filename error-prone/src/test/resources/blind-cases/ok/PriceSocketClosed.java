// ok: error and close both stop the ping
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class PriceSocketClosed implements WebSocket.Listener {
  private final ScheduledExecutorService timers;
  private ScheduledFuture<?> ping;

  PriceSocketClosed(ScheduledExecutorService timers) {
    this.timers = timers;
  }

  @Override
  public void onOpen(WebSocket socket) {
    ping = timers.scheduleAtFixedRate(() -> socket.sendPing(ByteBuffer.allocate(0)), 20, 20, TimeUnit.SECONDS);
    socket.request(1);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    stop();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    stop();
  }

  private void stop() {
    if (ping != null) {
      ping.cancel(false);
    }
  }
}
