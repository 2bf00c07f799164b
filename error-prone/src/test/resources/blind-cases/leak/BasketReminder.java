// leak: Spring schedules the reminder once more for each session
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@Scope("session")
class BasketReminder {
  private final List<String> items = new ArrayList<>();

  void add(String item) {
    items.add(item);
  }

  @Scheduled(fixedDelay = 300_000) // BUG
  void remind() {
    if (!items.isEmpty()) {
      System.out.println("still in the basket: " + items);
    }
  }
}
