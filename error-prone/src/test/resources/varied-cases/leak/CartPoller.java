// leak: @Scheduled on a prototype component
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@Scope("prototype")
class CartPoller {
  private String cart;

  void watch(String cart) {
    this.cart = cart;
  }

  @Scheduled(fixedDelayString = "${cart.poll:30000}") // BUG
  public void poll() {
    System.out.println("poll " + cart);
  }
}
