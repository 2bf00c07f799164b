// ok: swing timer that does not repeat
import javax.swing.JPanel;
import javax.swing.Timer;

class Blink extends JPanel {
  void blink() {
    setVisible(true);
    Timer off = new Timer(800, e -> setVisible(false));
    off.setRepeats(false);
    off.start();
  }
}
