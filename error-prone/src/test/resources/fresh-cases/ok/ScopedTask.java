// ok: the handle goes into a composite of the caller
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class ScopedTask {
  void start(Disposable.Composite scope, Runnable tick) {
    scope.add(Flux.interval(Duration.ofSeconds(1)).subscribe(n -> tick.run()));
  }

  void startAll(List<Disposable> handles, List<Runnable> ticks) {
    for (Runnable tick : ticks) {
      handles.add(Flux.interval(Duration.ofSeconds(1)).subscribe(n -> tick.run()));
    }
  }
}
