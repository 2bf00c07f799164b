// ok: a game of phases, each cancels the timer of the one before
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class PhaseTimer {
  private Timer timer;
  private int phase;

  synchronized void next(long millis) {
    if (timer != null) {
      timer.cancel();
    }
    phase++;
    timer = new Timer("phase-" + phase, true);
    timer.schedule(new TimerTask() {
      @Override
      public void run() {
        System.out.println("phase " + phase + " is over");
      }
    }, millis);
  }

  synchronized void abort() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
