// ok: begun in one role, cancelled in the other, and at the end
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class RoleChange {
  enum Role { LEADER, FOLLOWER }

  private final ScheduledExecutorService scheduler;
  private ScheduledFuture<?> syncing;

  RoleChange(ScheduledExecutorService scheduler) {
    this.scheduler = scheduler;
  }

  synchronized void changed(Role role) {
    switch (role) {
      case FOLLOWER -> {
        stopSync();
        syncing = scheduler.scheduleAtFixedRate(() -> System.out.println("sync"), 3, 3, TimeUnit.SECONDS);
      }
      case LEADER -> stopSync();
    }
  }

  private void stopSync() {
    if (syncing != null) {
      syncing.cancel(false);
    }
  }

  synchronized void shutdown() {
    stopSync();
  }
}
