// ok: one housekeeper for the program, as an enum
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

enum EnumHousekeeper {
  INSTANCE;

  private final List<Runnable> chores = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor(r -> {
    Thread thread = new Thread(r, "housekeeper");
    thread.setDaemon(true);
    return thread;
  });

  EnumHousekeeper() {
    pool.scheduleWithFixedDelay(this::work, 1, 1, TimeUnit.MINUTES);
  }

  void add(Runnable chore) {
    chores.add(chore);
  }

  private void work() {
    for (Runnable chore : chores) {
      try {
        chore.run();
      } catch (RuntimeException e) {
        e.printStackTrace();
      }
    }
  }
}
