// leak: a keep-alive for each client of a servlet, listener without cancel
import jakarta.servlet.AsyncContext;
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

class StreamServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private transient ScheduledExecutorService keepAlives;

  @Override
  public void init() {
    keepAlives = Executors.newScheduledThreadPool(1);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    keepAlives.scheduleAtFixedRate(() -> ping(context), 15, 15, TimeUnit.SECONDS); // BUG
  }

  private void ping(AsyncContext context) {
    try {
      context.getResponse().getOutputStream().print("\n");
      context.getResponse().flushBuffer();
    } catch (IOException e) {
      log("client left");
    }
  }

  @Override
  public void destroy() {
    keepAlives.shutdownNow();
  }
}
