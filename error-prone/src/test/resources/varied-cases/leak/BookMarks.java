// leak: a periodic id in a field that nobody uses
import java.util.function.Consumer;

class BookMarks {
  interface Context {
    long setPeriodic(long delay, Consumer<Long> handler);

    long setTimer(long delay, Consumer<Long> handler);

    boolean cancelTimer(long id);
  }

  private final Context context;
  private long saving;
  private boolean dirty;

  BookMarks(Context context) {
    this.context = context;
  }

  void open() {
    saving = context.setPeriodic(5000, id -> save()); // BUG
  }

  private void save() {
    if (dirty) {
      System.out.println("save " + saving);
      dirty = false;
    }
  }

  void close() {
    save();
  }
}
