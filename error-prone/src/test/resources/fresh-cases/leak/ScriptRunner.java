// leak: the watch thread of each script; returned early when the script is cached
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ScriptRunner {
  private final Map<String, String> cache = new HashMap<>();

  String run(String script, Function<String, String> engine) {
    var watch = Executors.newSingleThreadScheduledExecutor(); // BUG
    watch.schedule(() -> System.err.println("slow: " + script), 10, TimeUnit.SECONDS);
    String known = cache.get(script);
    if (known != null) {
      return known;
    }
    String result = engine.apply(script);
    cache.put(script, result);
    watch.shutdownNow();
    return result;
  }
}
