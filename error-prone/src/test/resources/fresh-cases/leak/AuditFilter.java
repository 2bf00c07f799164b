// leak: each request through the filter starts its own audit loop
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class AuditFilter implements Filter {
  private final ScheduledExecutorService audits = Executors.newSingleThreadScheduledExecutor();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    lines.add(request.getRemoteAddr());
    audits.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS); // BUG
    chain.doFilter(request, response);
  }

  private void write() {
    for (String line = lines.poll(); line != null; line = lines.poll()) {
      System.out.println(line);
    }
  }

  @Override
  public void destroy() {
    audits.shutdown();
  }
}
