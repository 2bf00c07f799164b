package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

class PeriodicTaskInRequestTests {

	private final CheckFixture check = new CheckFixture(PeriodicTaskInRequest.class);

	@Test
	void flagsAHandlerThatStartsATaskEachTime() {
		this.check.expect("""
				@RestController
				class Sample {
				  private final TaskScheduler tasks;
				  Sample(TaskScheduler tasks) {
				    this.tasks = tasks;
				  }
				  @PostMapping("/watch")
				  void watch(String id) {
				    begin(id);
				  }
				  private void begin(String id) {
				    // BUG: Diagnostic contains: watch() runs for every request or message
				    this.tasks.scheduleAtFixedRate(() -> System.out.println(id), Duration.ofSeconds(1));
				  }
				}
				""");
	}

	@Test
	void leavesATaskAloneThatEndsWithItsRequest() {
		this.check.expectNothing("""
				@RestController
				class Sample {
				  private final TaskScheduler tasks;
				  Sample(TaskScheduler tasks) {
				    this.tasks = tasks;
				  }
				  @PostMapping("/watch")
				  void watch(org.springframework.web.servlet.mvc.method.annotation.SseEmitter emitter) {
				    Future<?> handle = this.tasks.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(1));
				    emitter.onCompletion(() -> handle.cancel(true));
				  }
				}
				""");
	}

	@Test
	void flagsAListenerThatStartsATaskWithEachEventOfTheApplication() {
		this.check.expect("""
				@Component
				class Sample {
				  record OrderPlaced(long id) {
				  }
				  private final TaskScheduler tasks;
				  Sample(TaskScheduler tasks) {
				    this.tasks = tasks;
				  }
				  @org.springframework.context.event.EventListener
				  void on(OrderPlaced event) {
				    // BUG: Diagnostic contains: on() runs for every request or message
				    this.tasks.scheduleAtFixedRate(() -> System.out.println(event), Duration.ofSeconds(1));
				  }
				}
				""");
	}

	@Test
	void leavesAListenerAloneThatWaitsForTheApplicationToBeReady() {
		this.check.expectNothing(
				"""
						@Component
						class Sample {
						  private final TaskScheduler tasks;
						  Sample(TaskScheduler tasks) {
						    this.tasks = tasks;
						  }
						  @org.springframework.context.event.EventListener
						  void on(org.springframework.context.event.ContextRefreshedEvent event) {
						    this.tasks.scheduleAtFixedRate(() -> System.out.println(), Duration.ofSeconds(1));
						  }
						  @org.springframework.context.event.EventListener(org.springframework.context.event.ContextStartedEvent.class)
						  void started() {
						    this.tasks.scheduleAtFixedRate(() -> System.out.println(), Duration.ofSeconds(1));
						  }
						}
						""");
	}

	@Test
	void leavesATaskAloneThatBeginsAtTheFirstRequest() {
		this.check.expectNothing("""
				@RestController
				class Sample {
				  private final TaskScheduler tasks;
				  Sample(TaskScheduler tasks) {
				    this.tasks = tasks;
				  }
				  private volatile Future<?> refresh;
				  @GetMapping("/weather")
				  String weather() {
				    if (this.refresh == null) {
				      synchronized (this) {
				        if (this.refresh == null) {
				          this.refresh = this.tasks.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(1));
				        }
				      }
				    }
				    return "sunny";
				  }
				}
				""");
	}

	@Test
	void leavesATaskAloneThatAHelperBeginsOnce() {
		this.check.expectNothing(
				"""
						@RestController
						class Sample {
						  private final TaskScheduler tasks;
						  Sample(TaskScheduler tasks) {
						    this.tasks = tasks;
						  }
						  private final java.util.concurrent.atomic.AtomicBoolean begun = new java.util.concurrent.atomic.AtomicBoolean();
						  @GetMapping("/weather")
						  String weather() {
						    begin();
						    return "sunny";
						  }
						  private void begin() {
						    if (this.begun.compareAndSet(false, true)) {
						      this.tasks.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(1));
						    }
						  }
						}
						""");
	}

	@Test
	void leavesATaskAloneOfWhichThereIsOneForEachKey() {
		this.check.expectNothing(
				"""
						@RestController
						class Sample {
						  private final TaskScheduler tasks;
						  Sample(TaskScheduler tasks) {
						    this.tasks = tasks;
						  }
						  private final Map<String, Future<?>> refreshes = new ConcurrentHashMap<>();
						  @GetMapping("/weather/{town}")
						  String weather(String town) {
						    this.refreshes.computeIfAbsent(town, (it) -> this.tasks.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(1)));
						    return "sunny";
						  }
						}
						""");
	}

	@Test
	void flagsATaskBehindAQuestionWhoseAnswerTheRequestDoesNotChange() {
		this.check.expect("""
				@RestController
				class Sample {
				  private final TaskScheduler tasks;
				  Sample(TaskScheduler tasks) {
				    this.tasks = tasks;
				  }
				  private boolean enabled = true;
				  @PostMapping("/watch")
				  void watch(String id) {
				    if (this.enabled) {
				      // BUG: Diagnostic contains: watch() runs for every request or message
				      this.tasks.scheduleAtFixedRate(() -> System.out.println(id), Duration.ofSeconds(1));
				    }
				  }
				  void enable(boolean enabled) {
				    this.enabled = enabled;
				  }
				}
				""");
	}

}
