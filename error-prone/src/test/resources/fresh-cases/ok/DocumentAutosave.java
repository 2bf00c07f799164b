// ok: begun at the first change, cancelled in dispose, asked for null before
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

class DocumentAutosave {
  private final TaskScheduler scheduler;
  private ScheduledFuture<?> saving;

  DocumentAutosave(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  synchronized void changed() {
    if (saving == null) {
      saving = scheduler.scheduleAtFixedRate(() -> System.out.println("save"), Duration.ofSeconds(30));
    }
  }

  synchronized void dispose() {
    ScheduledFuture<?> s = saving;
    saving = null;
    if (s != null) {
      s.cancel(false);
    }
  }
}
