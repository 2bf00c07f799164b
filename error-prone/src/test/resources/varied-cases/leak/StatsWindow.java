// leak: @Bean prototype with a scheduled method
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration
class StatsWindow {
  @Bean
  @Scope("prototype")
  Window window() {
    return new Window();
  }

  static class Window {
    private long sum;

    @Scheduled(fixedDelay = 5000) // BUG
    void roll() {
      sum = 0;
      System.out.println(sum);
    }
  }
}
