// ok: listener stops its own timer
import javax.swing.JPanel;
import javax.swing.Timer;

class SwingOnce extends JPanel {
  private int step;

  void fade() {
    new Timer(50, e -> {
      if (++step == 20) {
        ((Timer) e.getSource()).stop();
      }
      repaint();
    }).start();
  }
}
