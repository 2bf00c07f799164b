// ok: the interval ends with the panel's signal
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

class LimitedFlux {
  private final Sinks.Empty<Void> hidden = Sinks.empty();
  private volatile String shown = "";

  void show(Supplier<String> source) {
    Flux.interval(Duration.ofSeconds(2))
        .takeUntilOther(hidden.asMono())
        .map(tick -> source.get())
        .subscribe(text -> shown = text);
  }

  void hide() {
    hidden.tryEmitEmpty();
  }

  String shown() {
    return shown;
  }
}
