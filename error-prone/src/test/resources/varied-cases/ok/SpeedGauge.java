// ok: swing timer stopped in removeNotify
import javax.swing.JPanel;
import javax.swing.Timer;

class SpeedGauge extends JPanel {
  private final Timer poll;

  SpeedGauge() {
    poll = new Timer(250, e -> repaint());
  }

  @Override
  public void addNotify() {
    super.addNotify();
    poll.start();
  }

  @Override
  public void removeNotify() {
    poll.stop();
    super.removeNotify();
  }
}
