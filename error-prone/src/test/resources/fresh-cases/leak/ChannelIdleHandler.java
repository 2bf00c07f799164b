// leak: handlerRemoved() leaves the idle task of the channel
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ChannelIdleHandler {
  private final EventExecutor executor;
  private Future<?> idleCheck;
  private long lastRead;

  ChannelIdleHandler(EventExecutor executor) {
    this.executor = executor;
  }

  void handlerAdded() {
    lastRead = System.nanoTime();
    idleCheck = executor.scheduleAtFixedRate(this::check, 30, 30, TimeUnit.SECONDS); // BUG
  }

  void channelRead(Object message) {
    lastRead = System.nanoTime();
  }

  private void check() {
    if (System.nanoTime() - lastRead > 60_000_000_000L) {
      System.out.println("idle: " + idleCheck);
    }
  }

  void handlerRemoved() {
    lastRead = 0;
  }
}
