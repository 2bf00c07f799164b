// leak: swing timer restarted for each song, old one runs on
import javax.swing.JPanel;
import javax.swing.Timer;

class CounterPanel extends JPanel {
  private Timer counter;
  private int seconds;

  void play() {
    seconds = 0;
    counter = new Timer(1000, e -> seconds++); // BUG
    counter.start();
  }

  void stop() {
    if (counter != null) {
      counter.stop();
    }
  }
}
