// leak: swing timer of a panel that is taken off the screen
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

class ScoreBoardPanel extends JPanel {
  private static final long serialVersionUID = 1L;
  private final JLabel score = new JLabel("0");
  private final javax.swing.Timer refresh;

  ScoreBoardPanel(IntSupplier source) {
    add(score);
    refresh = new javax.swing.Timer(500, e -> score.setText(String.valueOf(source.getAsInt()))); // BUG
    refresh.start();
  }

  @Override
  public void removeNotify() {
    score.setText("");
    super.removeNotify();
  }
}
