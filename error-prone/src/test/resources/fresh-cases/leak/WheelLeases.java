// leak: a lease renews itself on a shared wheel; release() only forgets it
import io.netty.util.Timer;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class WheelLeases {
  private final Timer wheel;
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  WheelLeases(Timer wheel) {
    this.wheel = wheel;
  }

  void acquire(String lock) {
    held.add(lock);
    renewLater(lock);
  }

  private void renewLater(String lock) {
    wheel.newTimeout(timeout -> { // BUG
      System.out.println("extend " + lock);
      renewLater(lock);
    }, 10, TimeUnit.SECONDS);
  }

  void release(String lock) {
    held.remove(lock);
  }
}
