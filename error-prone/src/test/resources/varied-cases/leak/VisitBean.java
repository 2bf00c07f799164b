// leak: @Scheduled on a request-scoped bean
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

@Component
@RequestScope
class VisitBean {
  private int ticks;

  @Scheduled(cron = "0 * * * * *") // BUG
  public void tick() {
    ticks++;
    System.out.println(ticks);
  }
}
