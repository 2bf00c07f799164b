// ok: the progress ends with the import, however that ends
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportProgress {
  @PostMapping("/imports")
  long start(@RequestBody byte[] rows) throws IOException {
    AtomicLong done = new AtomicLong();
    ScheduledExecutorService progress = Executors.newSingleThreadScheduledExecutor();
    progress.scheduleAtFixedRate(() -> System.out.println(done), 1, 1, TimeUnit.SECONDS);
    try {
      store(rows, done);
    } finally {
      progress.shutdownNow();
    }
    return done.get();
  }

  private void store(byte[] rows, AtomicLong done) throws IOException {
    for (byte row : rows) {
      if (row < 0) {
        throw new IOException("row " + done.get());
      }
      done.incrementAndGet();
    }
  }
}
