// ok: one object for the life of the scheduler that it is given; its views come and go
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ViewOfMany {
  private final Set<Runnable> views = ConcurrentHashMap.newKeySet();

  ViewOfMany(ScheduledExecutorService executor) {
    executor.scheduleWithFixedDelay(() -> views.forEach(Runnable::run), 5, 5, TimeUnit.SECONDS);
  }

  void add(Runnable view) {
    views.add(view);
  }
}
