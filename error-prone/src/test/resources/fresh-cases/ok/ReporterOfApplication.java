// ok: a main program with a reporter for good
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

final class ReporterOfApplication {
  private ReporterOfApplication() {}

  public static void main(String[] args) throws Exception {
    ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor();
    reporter.scheduleAtFixedRate(() -> System.out.println(Runtime.getRuntime().freeMemory()), 1, 1, TimeUnit.MINUTES);
    new ServerSocket(8080).accept();
  }
}
