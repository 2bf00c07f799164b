package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class SchedulerNeverShutDownTests {

	private final CheckFixture check = new CheckFixture(SchedulerNeverShutDown.class);

	@Test
	void flagsASchedulerThatNobodyKeeps() {
		this.check.expect("""
				class Sample {
				  void poll(Runnable task) {
				    // BUG: Diagnostic contains: Nobody keeps this scheduler
				    Executors.newScheduledThreadPool(1).schedule(task, 1, TimeUnit.MINUTES);
				  }
				}
				""");
	}

	@Test
	void flagsALocalThatIsEndedOnlyIfNothingIsThrown() {
		this.check.expect("""
				class Sample {
				  String probe(Callable<String> task) throws Exception {
				    // BUG: Diagnostic contains: only if nothing is thrown before
				    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				    String answer = pool.schedule(task, 1, TimeUnit.SECONDS).get();
				    pool.shutdown();
				    return answer;
				  }
				}
				""");
	}

	@Test
	void flagsASchedulerHiddenInAWrapper() {
		this.check.expect("""
				class Sample {
				  // BUG: Diagnostic contains: hidden in a ConcurrentTaskScheduler
				  private final TaskScheduler tasks = new ConcurrentTaskScheduler(Executors.newScheduledThreadPool(1));
				  void later(Runnable task) {
				    this.tasks.schedule(task, Instant.now());
				  }
				}
				""");
	}

	@Test
	void leavesABeanAlone() {
		this.check.expectNothing("""
				@Configuration
				class Sample {
				  @Bean
				  ThreadPoolTaskScheduler tasks() {
				    ThreadPoolTaskScheduler tasks = new ThreadPoolTaskScheduler();
				    tasks.setPoolSize(2);
				    return tasks;
				  }
				}
				""");
	}

	@Test
	void leavesASchedulerAloneThatOutsideCodeCanEnd() {
		this.check.expectNothing("""
				class Sample {
				  protected final Timer timer = new Timer();
				  private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				  ScheduledExecutorService pool() {
				    return this.pool;
				  }
				}
				""");
	}

	@Test
	void leavesAMarkedFieldAlone() {
		this.check.expectNothing("""
				class Sample {
				  @SuppressWarnings("SchedulerNeverShutDown")
				  private final Timer timer = new Timer();
				  void later(TimerTask task) {
				    this.timer.schedule(task, 10_000);
				  }
				}
				""");
	}

	@Test
	void flagsASchedulerThatOthersOnlyRunOn() {
		this.check.expect("""
				class Sample {
				  Mono<String> answer(Mono<String> question) {
				    // BUG: Diagnostic contains: No dispose was found for this scheduler
				    return question.publishOn(reactor.core.scheduler.Schedulers.newSingle("answers"));
				  }
				  void start(Runnable task) {
				    // BUG: Diagnostic contains: No shutdown was found for this scheduler
				    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				    CompletableFuture.runAsync(task, pool);
				  }
				}
				""");
	}

	@Test
	void leavesASchedulerAloneThatEndsWithWhatRunsOnIt() {
		this.check.expectNothing("""
				class Sample {
				  Mono<String> answer(Mono<String> question) {
				    reactor.core.scheduler.Scheduler own = reactor.core.scheduler.Schedulers.newSingle("answers");
				    return question.publishOn(own).doFinally((signal) -> own.dispose());
				  }
				  CompletableFuture<Void> start(Runnable task) {
				    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				    return CompletableFuture.runAsync(task, pool).whenComplete((done, ex) -> pool.shutdown());
				  }
				}
				""");
	}

	@Test
	void leavesADecoratorAlone() {
		this.check.expectNothing("""
				class Sample {
				  static class Counted extends ScheduledThreadPoolExecutor {
				    Counted(ScheduledExecutorService target) {
				      super(0);
				    }
				  }
				  void count(ScheduledExecutorService target) {
				    Counted counted = new Counted(target);
				    counted.execute(() -> {
				    });
				  }
				}
				""");
	}

	@Test
	void saysInWhichMethodsItLookedForAnEnd() {
		this.check.expect("""
				class Sample {
				  // BUG: Diagnostic contains: looked for an end in close() of Sample
				  private final Timer timer = new Timer();
				  void close() {
				  }
				}
				""");
	}

	@Test
	void saysWhichEndsItFoundOnOtherWays() {
		this.check.expect("""
				class Sample {
				  void run(Callable<String> job) throws Exception {
				    // BUG: Diagnostic contains: ends found: line
				    Timer timer = new Timer();
				    job.call();
				    timer.cancel();
				  }
				}
				""");
	}

	@Test
	void followsASchedulerThroughAMethodThatGivesBackWhatItGets() {
		this.check.expectNothing("""
				class Sample {
				  private final ScheduledExecutorService pool;
				  private Sample(ScheduledExecutorService pool) {
				    this.pool = io.netty.util.internal.ObjectUtil.checkNotNull(pool, "pool");
				  }
				  static Sample create() {
				    return new Sample(Executors.newScheduledThreadPool(1));
				  }
				  void shutdown() {
				    this.pool.shutdownNow();
				  }
				}
				""");
	}

	@Test
	void leavesASchedulerAloneThatIsMadeFirstAndStoredIfThereIsNone() {
		this.check.expectNothing("""
				class Sample {
				  private ScheduledExecutorService pool;
				  public void useOwn() {
				    ScheduledExecutorService own = Executors.newScheduledThreadPool(1);
				    boolean failed = true;
				    synchronized (this) {
				      if (this.pool == null) {
				        this.pool = own;
				        failed = false;
				      }
				    }
				    if (failed) {
				      own.shutdown();
				    }
				  }
				  void shutdown() {
				    this.pool.shutdownNow();
				  }
				}
				""");
	}

	@Test
	void readsInitializerBlocks() {
		this.check.expectNothing("""
				class Sample {
				  private static final Map<String, Future<?>> TASKS = new HashMap<>();
				  static {
				    Map<String, Future<?>> local = new HashMap<>();
				    local.put("a", null);
				    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				    List.of("a").forEach((it) -> TASKS.put(it, pool.schedule(() -> {}, 1, TimeUnit.HOURS)));
				  }
				}
				""");
	}

}
