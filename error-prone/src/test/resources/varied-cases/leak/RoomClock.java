// leak: swing timer of a dialog
import java.time.LocalTime;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.Timer;

class RoomClock extends JDialog {
  private final JLabel label = new JLabel();

  RoomClock() {
    add(label);
    Timer t = new Timer(1000, e -> label.setText(LocalTime.now().toString())); // BUG
    t.setCoalesce(true);
    t.start();
  }
}
