// leak: the second of two timers is never ended
import java.util.Timer;
import java.util.TimerTask;

class CopyPaste {
  private final Timer reads = new Timer("reads");
  private final Timer writes = new Timer("writes"); // BUG

  void start(TimerTask read, TimerTask write) {
    reads.schedule(read, 0, 1000);
    writes.schedule(write, 0, 1000);
  }

  void stop() {
    reads.cancel();
    reads.purge();
  }
}
