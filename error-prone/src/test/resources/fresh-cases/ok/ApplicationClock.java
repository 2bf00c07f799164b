// ok: there is one bean of the scope application
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@Scope("application")
class ApplicationClock {
  private int minutes;

  @Scheduled(fixedRate = 60_000)
  void tick() {
    minutes++;
  }

  int minutes() {
    return minutes;
  }
}
