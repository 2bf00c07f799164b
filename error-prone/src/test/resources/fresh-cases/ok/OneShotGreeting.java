// ok: a short notice that disappears by itself
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

class OneShotGreeting {
  void show(JLabel label, String text) {
    label.setText(text);
    javax.swing.Timer hide = new javax.swing.Timer(2_000, e -> label.setText(""));
    hide.setRepeats(false);
    hide.start();
  }
}
