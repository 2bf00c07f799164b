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

}
