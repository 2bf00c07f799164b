// leak: an endless interval of a panel, whose subscription is dropped
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

class FluxDashboard {
  private final Supplier<String> source;
  private volatile String shown = "";

  FluxDashboard(Supplier<String> source) {
    this.source = source;
  }

  void show() {
    Flux.interval(Duration.ofSeconds(2)) // BUG
        .map(tick -> source.get())
        .distinctUntilChanged()
        .subscribe(text -> shown = text, e -> shown = "?"); // BUG
  }

  void hide() {
    shown = "";
  }

  String shown() {
    return shown;
  }
}
