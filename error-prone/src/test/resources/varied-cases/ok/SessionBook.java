// ok: session entry removed and its tick cancelled
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class SessionBook {
  private static final class Session {
    final String id;
    ScheduledFuture<?> tick;

    Session(String id) {
      this.id = id;
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;

  SessionBook(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void login(String id) {
    Session session = new Session(id);
    session.tick = clock.scheduleAtFixedRate(() -> System.out.println(session.id), 1, 1, TimeUnit.SECONDS);
    sessions.put(id, session);
  }

  void logout(String id) {
    Session session = sessions.remove(id);
    if (session != null) {
      session.tick.cancel(false);
    }
  }
}
