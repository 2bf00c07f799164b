// leak: session entry removed, its tick runs on
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SessionMap {
  private static final class Session {
    final String id;
    ScheduledFuture<?> tick;

    Session(String id) {
      this.id = id;
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  SessionMap(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void login(String id) {
    Session session = new Session(id);
    session.tick = clock.scheduleAtFixedRate(() -> System.out.println(session.id), 1, 1, TimeUnit.SECONDS); // BUG
    sessions.put(id, session);
  }

  void logout(String id) {
    sessions.remove(id); // BUG
  }
}
