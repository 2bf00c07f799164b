// ok: one-shots that re-arm in the task, cancelled when the channel goes
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ChannelKeepAlive {
  private final EventExecutor executor;
  private ScheduledFuture<?> next;
  private boolean removed;

  ChannelKeepAlive(EventExecutor executor) {
    this.executor = executor;
  }

  void channelActive() {
    arm();
  }

  private void arm() {
    if (!removed) {
      next = executor.schedule(this::ping, 30, TimeUnit.SECONDS);
    }
  }

  private void ping() {
    System.out.println("ping");
    arm();
  }

  void channelInactive() {
    removed = true;
    if (next != null) {
      next.cancel(false);
      next = null;
    }
  }
}
