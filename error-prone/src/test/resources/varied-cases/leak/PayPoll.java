// leak: numbered timer of an own loop dropped
import java.time.Duration;

class PayPoll {
  interface Ticker {
    long every(Duration period, Runnable work);

    void cancel(long ticket);
  }

  private boolean paid;

  PayPoll(Ticker ticker) {
    ticker.every(Duration.ofSeconds(2), this::ask); // BUG
  }

  private void ask() {
    System.out.println(paid);
  }

  void close() {
    paid = true;
  }
}
