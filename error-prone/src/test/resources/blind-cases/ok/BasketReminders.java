// ok: one reminder looks at all baskets
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class BasketReminders {
  private final Map<String, Integer> items = new ConcurrentHashMap<>();

  void add(String session) {
    items.merge(session, 1, Integer::sum);
  }

  void ended(String session) {
    items.remove(session);
  }

  @Scheduled(fixedDelay = 300_000)
  void remind() {
    items.forEach((session, count) -> System.out.println(session + ": " + count));
  }
}
