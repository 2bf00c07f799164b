// leak: finished by the last vote or by its timeout; the timeout is not given up
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class VoteCollector {
  private final int needed;
  private final Consumer<Boolean> outcome;
  private int votes;
  private boolean decided;

  VoteCollector(int needed, Consumer<Boolean> outcome, ScheduledExecutorService clock, long millis) {
    this.needed = needed;
    this.outcome = outcome;
    clock.schedule(() -> decide(false), millis, TimeUnit.MILLISECONDS); // BUG
  }

  synchronized void vote() {
    votes++;
    if (votes >= needed) {
      decide(true);
    }
  }

  private synchronized void decide(boolean won) {
    if (decided) {
      return;
    }
    decided = true;
    outcome.accept(won);
  }
}
