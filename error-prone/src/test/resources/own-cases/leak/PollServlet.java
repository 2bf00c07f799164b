import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class PollServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private transient ScheduledExecutorService pool;

  public void init() {
    pool = Executors.newScheduledThreadPool(1);
  }

  public void destroy() {
    pool.shutdown();
  }

  protected void doGet(HttpServletRequest q, HttpServletResponse r) {
    pool.scheduleAtFixedRate(() -> System.out.println(q), 1, 1, TimeUnit.SECONDS); // BUG
  }
}
