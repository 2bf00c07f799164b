// ok: numeric timer id of an own API removed in close

class TickServer {
  interface Reactor {
    int addTimer(long millis, boolean repeat, Runnable work);

    void removeTimer(int id);
  }

  private final Reactor reactor;
  private final int timer;
  private int beats;

  TickServer(Reactor reactor) {
    this.reactor = reactor;
    this.timer = reactor.addTimer(1000, true, () -> beats++);
  }

  void close() {
    reactor.removeTimer(timer);
  }
}
