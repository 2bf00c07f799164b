// leak: Spring schedules the method once more for each session
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.SessionScope;

@Component
@SessionScope
class VisitorClock {
  private int minutes;

  @Scheduled(fixedRate = 60_000) // BUG
  void tick() {
    minutes++;
  }

  int minutes() {
    return minutes;
  }
}
