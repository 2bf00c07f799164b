// ok: the gauge ticks while it is shown
import java.awt.Graphics;
import javax.swing.JPanel;
import javax.swing.Timer;

class NeedleGaugeHidden extends JPanel {
  private final Timer frames = new Timer(40, event -> repaint());
  private double value;

  @Override
  public void addNotify() {
    super.addNotify();
    frames.start();
  }

  @Override
  public void removeNotify() {
    frames.stop();
    super.removeNotify();
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
