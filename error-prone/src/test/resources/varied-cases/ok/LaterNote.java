// ok: own timer API, a one-shot of a second
import java.util.function.Consumer;

class LaterNote {
  interface Context {
    long setTimer(long delay, Consumer<Long> handler);

    boolean cancelTimer(long id);
  }

  private final Context context;

  LaterNote(Context context) {
    this.context = context;
  }

  void note(String text) {
    context.setTimer(1000, id -> System.out.println(text));
  }
}
