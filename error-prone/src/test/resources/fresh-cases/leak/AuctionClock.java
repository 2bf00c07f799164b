// leak: the closing of an auction is kept, extended, never cancelled when the auction is withdrawn
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class AuctionClock {
  private final ScheduledExecutorService clock;
  private final String lot;
  private ScheduledFuture<?> closing;
  private boolean withdrawn;

  AuctionClock(ScheduledExecutorService clock, String lot) {
    this.clock = clock;
    this.lot = lot;
  }

  void open(Duration length) {
    closing = clock.schedule(() -> System.out.println("sold " + lot), length.toSeconds(), TimeUnit.SECONDS); // BUG
  }

  long secondsLeft() {
    return closing == null ? 0 : closing.getDelay(TimeUnit.SECONDS);
  }

  void close() {
    withdrawn = true;
  }

  boolean isWithdrawn() {
    return withdrawn;
  }
}
