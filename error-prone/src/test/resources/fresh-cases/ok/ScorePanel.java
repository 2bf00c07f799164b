// ok: swing timer stopped when the panel goes
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import javax.swing.JLabel;
import javax.swing.JPanel;

class ScorePanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private final JLabel score = new JLabel("0");
  private final javax.swing.Timer refresh = new javax.swing.Timer(500, e -> tick());

  private void tick() {
    score.setText(String.valueOf(System.nanoTime()));
  }

  @Override
  public void addNotify() {
    super.addNotify();
    refresh.start();
  }

  @Override
  public void removeNotify() {
    refresh.stop();
    super.removeNotify();
  }
}
