// ok: the base class keeps what its sessions schedule, and cancels it
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class StompSessionTasks extends TaskParent {
  private final String id;

  StompSessionTasks(ScheduledExecutorService shared, String id) {
    super(shared);
    this.id = id;
  }

  void opened() {
    every(10, () -> System.out.println("beat " + id));
  }
}

abstract class TaskParent {
  private final ScheduledExecutorService shared;
  private final List<Future<?>> tasks = new ArrayList<>();

  TaskParent(ScheduledExecutorService shared) {
    this.shared = shared;
  }

  protected final void every(long seconds, Runnable task) {
    tasks.add(shared.scheduleAtFixedRate(task, seconds, seconds, TimeUnit.SECONDS));
  }

  void close() {
    for (Future<?> task : tasks) {
      task.cancel(true);
    }
    tasks.clear();
  }
}
