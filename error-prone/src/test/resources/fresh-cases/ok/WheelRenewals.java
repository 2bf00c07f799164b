// ok: a renewal asks whether the lock is still held
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

class WheelRenewals {
  private final Timer wheel;
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  WheelRenewals(Timer wheel) {
    this.wheel = wheel;
  }

  void acquire(String lock) {
    if (held.add(lock)) {
      renewLater(lock);
    }
  }

  private void renewLater(String lock) {
    wheel.newTimeout(timeout -> {
      if (held.contains(lock)) {
        System.out.println("extend " + lock);
        renewLater(lock);
      }
    }, 10, TimeUnit.SECONDS);
  }

  void release(String lock) {
    held.remove(lock);
  }
}
