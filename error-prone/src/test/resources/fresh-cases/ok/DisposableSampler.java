// ok: scheduler and subscription in one composite
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class DisposableSampler implements Disposable {
  private final Disposable.Composite all = Disposables.composite();

  DisposableSampler(Runnable sample) {
    Scheduler clock = Schedulers.newSingle("sampler");
    all.add(clock.schedulePeriodically(sample, 0, 100, TimeUnit.MILLISECONDS));
    all.add(clock);
  }

  @Override
  public void dispose() {
    all.dispose();
  }
}
