// ok: executor handed to a builder of a library
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

class PagedExport {
  interface Client extends AutoCloseable {}

  interface Builder {
    Builder executor(ScheduledExecutorService executor);

    Client build();
  }

  private final Client client;

  PagedExport(Builder builder) {
    client = builder.executor(Executors.newScheduledThreadPool(2)).build();
  }

  void close() throws Exception {
    client.close();
  }
}
