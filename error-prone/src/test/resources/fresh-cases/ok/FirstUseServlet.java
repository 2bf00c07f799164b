// ok: begun once at the first request, under a lock
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class FirstUseServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private final transient ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
  private volatile boolean started;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!started) {
      synchronized (this) {
        if (!started) {
          started = true;
          executor.scheduleAtFixedRate(() -> log("statistics"), 1, 1, TimeUnit.MINUTES);
        }
      }
    }
    response.getWriter().print("ok");
  }

  @Override
  public void destroy() {
    executor.shutdown();
  }
}
