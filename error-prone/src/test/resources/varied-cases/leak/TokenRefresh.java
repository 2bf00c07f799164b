// leak: chain that a logout does not stop
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class TokenRefresh {
  private final ScheduledExecutorService clock;
  private String token;

  TokenRefresh(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  void login(String user) {
    token = user + System.nanoTime();
    clock.schedule(() -> login(user), 10, TimeUnit.MINUTES); // BUG
  }

  void logout() {
    token = null;
    close();
  }

  void close() {
    System.out.println("bye " + token);
  }
}
