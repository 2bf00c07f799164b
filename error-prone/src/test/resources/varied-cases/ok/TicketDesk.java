// ok: a singleton of the application keeps one refresh, started by its only caller
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class TicketDesk {
  private static final TicketDesk DESK = new TicketDesk();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  private TicketDesk() {
    clock.scheduleAtFixedRate(this::refresh, 1, 1, TimeUnit.MINUTES);
  }

  static TicketDesk desk() {
    return DESK;
  }

  private void refresh() {
    System.out.println("refresh");
  }
}
