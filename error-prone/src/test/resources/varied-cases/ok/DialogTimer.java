// ok: dialog stops its timer when it is disposed
import javax.swing.JDialog;
import javax.swing.Timer;

class DialogTimer extends JDialog {
  private final Timer timer = new Timer(500, e -> repaint());

  void open() {
    timer.start();
    setVisible(true);
  }

  @Override
  public void dispose() {
    timer.stop();
    super.dispose();
  }
}
