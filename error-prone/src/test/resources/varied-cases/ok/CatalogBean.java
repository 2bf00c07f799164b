// ok: @Scheduled on a singleton
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class CatalogBean {
  private int version;

  @Scheduled(fixedRate = 60_000)
  public void reload() {
    version++;
    System.out.println(version);
  }
}
