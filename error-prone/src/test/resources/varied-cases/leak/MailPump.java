// leak: a listener of the file starts it again
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class MailPump {
  interface Link {
    void onReconnect(Runnable listener);
  }

  private final ScheduledExecutorService clock;
  private ScheduledFuture<?> poll;

  MailPump(ScheduledExecutorService clock, Link link) {
    this.clock = clock;
    link.onReconnect(this::start);
  }

  void start() {
    poll = clock.scheduleWithFixedDelay(() -> System.out.println("poll"), 1, 1, TimeUnit.MINUTES); // BUG
  }

  void stop() {
    poll.cancel(true);
  }
}
