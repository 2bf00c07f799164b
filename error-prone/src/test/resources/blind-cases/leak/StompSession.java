// leak: the beat of a session runs on the scheduler of the base class, and no close() ends it
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class StompSession extends SessionParent {
  private final String id;

  StompSession(ScheduledExecutorService shared, String id) {
    super(shared);
    this.id = id;
  }

  void opened() {
    beats.scheduleAtFixedRate(() -> send("beat " + id), 10, 10, TimeUnit.SECONDS); // BUG
  }

  @Override
  void close() {
    send("bye " + id);
    super.close();
  }
}

abstract class SessionParent {
  protected final ScheduledExecutorService beats;
  private boolean open = true;

  SessionParent(ScheduledExecutorService shared) {
    this.beats = shared;
  }

  void send(String text) {
    if (open) {
      System.out.println(text);
    }
  }

  void close() {
    open = false;
  }
}
