// leak: a listener of each view on an injected scheduler
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.springframework.scheduling.TaskScheduler;

class SpreadsheetView {
  private final TaskScheduler scheduler;
  private final String document;
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean disposed;

  SpreadsheetView(TaskScheduler scheduler, String document) {
    this.scheduler = scheduler;
    this.document = document;
  }

  void opened() {
    scheduler.scheduleAtFixedRate(this::autosave, Duration.ofSeconds(30)); // BUG
  }

  void onSaved(Runnable listener) {
    listeners.add(listener);
  }

  private void autosave() {
    if (!disposed) {
      System.out.println("save " + document);
      listeners.forEach(Runnable::run);
    }
  }

  void dispose() {
    disposed = true;
    listeners.clear();
  }
}
