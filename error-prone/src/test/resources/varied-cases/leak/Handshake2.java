// leak: constructor opens a file after the beat was started
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Timer;
import java.util.TimerTask;

class Handshake2 implements Closeable {
  private final Timer beat = new Timer("beat", true); // BUG
  private final InputStream in;

  Handshake2(java.nio.file.Path path) throws IOException {
    beat.schedule(new TimerTask() {
      @Override
      public void run() {
        System.out.println("beat");
      }
    }, 1000, 1000);
    in = java.nio.file.Files.newInputStream(path);
  }

  @Override
  public void close() throws IOException {
    beat.cancel();
    in.close();
  }
}
