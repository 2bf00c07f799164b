// leak: an unknown state ends the poll of a Timer, and with it the Timer
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class SwitchTask {
  enum State { IDLE, BUSY, BROKEN }

  private final Timer timer = new Timer("state", true);
  private final Supplier<State> state;

  SwitchTask(Supplier<State> state) {
    this.state = state;
  }

  void start() {
    timer.schedule(new TimerTask() { // BUG
      @Override
      public void run() {
        State now = Objects.requireNonNull(state.get());
        if (now == State.BROKEN) {
          throw new IllegalStateException("device is broken");
        }
        System.out.println(now);
      }
    }, 0, 1_000); // BUG
  }

  void stop() {
    timer.cancel();
  }
}
