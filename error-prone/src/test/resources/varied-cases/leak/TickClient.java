// leak: numeric timer id of an own API never cancelled

class TickClient {
  interface Reactor {
    int addTimer(long millis, boolean repeat, Runnable work);

    void removeTimer(int id);
  }

  private final Reactor reactor;
  private int beats;

  TickClient(Reactor reactor) {
    this.reactor = reactor;
    reactor.addTimer(1000, true, () -> beats++); // BUG
  }

  void close() {
    System.out.println(beats + " beats on " + reactor);
  }
}
