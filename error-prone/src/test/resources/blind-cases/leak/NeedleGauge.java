// leak: the gauge ticks from the time it is shown, also when its window is gone
import java.awt.Graphics;
import javax.swing.JPanel;
import javax.swing.Timer;

class NeedleGauge extends JPanel {
  private final Timer frames = new Timer(40, event -> repaint()); // BUG
  private double value;

  @Override
  public void addNotify() {
    super.addNotify();
    frames.start();
  }

  void show(double value) {
    this.value = value;
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    g.drawLine(0, 0, (int) (value * getWidth()), getHeight());
  }
}
