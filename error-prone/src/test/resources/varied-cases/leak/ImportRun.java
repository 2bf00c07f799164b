// leak: a failing import leaves its progress timer
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

class ImportRun {
  int run(List<String> rows) {
    Timer progress = new Timer("progress"); // BUG
    int[] done = new int[1];
    progress.schedule(new TimerTask() {
      @Override
      public void run() {
        System.out.println(done[0]);
      }
    }, 1000, 1000);
    for (String row : rows) {
      if (row.isBlank()) {
        throw new IllegalArgumentException("empty row");
      }
      done[0]++;
    }
    progress.cancel();
    return done[0];
  }
}
