// ok: server of a program, started from main
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class ServerMain {
  private final ScheduledExecutorService ticks = Executors.newScheduledThreadPool(1);

  void serve() {
    ticks.scheduleAtFixedRate(() -> System.out.println("serving"), 1, 1, TimeUnit.MINUTES);
  }

  public static void main(String[] args) {
    new ServerMain().serve();
  }
}
