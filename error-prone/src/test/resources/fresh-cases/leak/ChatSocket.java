// leak: the ping of a session ends when its transport fails, and not when it is closed
import java.util.concurrent.Future;
import org.springframework.scheduling.TaskScheduler;
import java.time.Duration;

abstract class ChatSocket {
  interface Listener {
    void onOpen();

    void onFailure(Throwable failure);

    void onClosed(int status);
  }

  static final class Pinging implements Listener {
    private final TaskScheduler scheduler;
    private Future<?> ping;

    Pinging(TaskScheduler scheduler) {
      this.scheduler = scheduler;
    }

    @Override
    public void onOpen() {
      ping = scheduler.scheduleAtFixedRate(() -> System.out.println("ping"), Duration.ofSeconds(20)); // BUG
    }

    @Override
    public void onFailure(Throwable failure) {
      ping.cancel(true);
    }

    @Override
    public void onClosed(int status) { // BUG
      System.out.println("closed " + status);
    }
  }
}
