// leak: swing timer in a panel, never stopped
import java.util.function.IntSupplier;
import javax.swing.JPanel;
import javax.swing.Timer;

class SpeedDial extends JPanel {
  private int speed;

  SpeedDial(IntSupplier source) {
    Timer poll = new Timer(250, e -> { // BUG
      speed = source.getAsInt();
      repaint();
    });
    poll.start();
  }
}
