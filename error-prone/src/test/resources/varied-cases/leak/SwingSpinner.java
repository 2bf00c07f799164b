// leak: spinner's timer runs on when the panel is removed
import javax.swing.JComponent;
import javax.swing.Timer;

class SwingSpinner extends JComponent {
  private int angle;
  private final Timer spin = new Timer(40, e -> turn()); // BUG

  void begin() {
    spin.start();
  }

  private void turn() {
    angle += 10;
    repaint();
  }
}
