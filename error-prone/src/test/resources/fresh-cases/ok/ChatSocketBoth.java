// ok: a failure is closed like anything else
import java.time.Duration;
import java.util.concurrent.Future;
import org.springframework.scheduling.TaskScheduler;

abstract class ChatSocketBoth {
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
      ping = scheduler.scheduleAtFixedRate(() -> System.out.println("ping"), Duration.ofSeconds(20));
    }

    @Override
    public void onFailure(Throwable failure) {
      onClosed(1006);
    }

    @Override
    public void onClosed(int status) {
      ping.cancel(true);
    }
  }
}
