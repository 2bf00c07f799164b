package io.timerscope.finding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.timerscope.CallerHandle;
import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.Witness;
import io.timerscope.snapshot.LeakGroup;
import io.timerscope.snapshot.TaskGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The advice names what the caller holds, and the method in which to end it. */
class CureWordsTests {

	private static final Schedule EVERY_SECOND = Schedule.fixedRate(0, 1_000_000_000);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SCHEDULED_FUTURE | keep the ScheduledFuture that open gets and cancel it
			TIMER_TASK | keep the TimerTask that open schedules and cancel it
			DISPOSABLE | keep the Disposable that open gets and dispose of it
			COMPLETABLE_FUTURE | keep the CompletableFuture that open gets and cancel it
			""")
	void namesWhatTheCallerHolds(CallerHandle handle, String keep) {
		assertThat(LeakWords.advice(leak(LeakReason.OUTLIVED_REQUEST, OwnerKind.REQUEST, handle, EVERY_SECOND)))
			.startsWith("In Feed, " + keep + " when its work is over: ");
		assertThat(OutlivingWords.advice(tasks(OwnerKind.REQUEST, handle, EVERY_SECOND)))
			.startsWith("Nothing, if this is meant. Otherwise in Feed, " + keep + " when its work is over. ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			SCHEDULED_FUTURE | this.task = scheduler.scheduleAtFixedRate(...); | this.task.cancel(false)
			TIMER_TASK | this.task = ...; timer.scheduleAtFixedRate(this.task, ...); | this.task.cancel()
			DISPOSABLE | this.task = flux.subscribe(...); | this.task.dispose()
			COMPLETABLE_FUTURE | this.task = future.orTimeout(...); | this.task.cancel(false)
			""")
	void aBeanEndsItsTaskWhenItIsDestroyed(CallerHandle handle, String schedules, String ends) {
		assertThat(CureWords.of(leak(LeakReason.OUTLIVED_BEAN, OwnerKind.BEAN, handle, EVERY_SECOND))).isEqualTo(
				"in a @PreDestroy method of the bean: " + schedules + " @PreDestroy void stop() { " + ends + "; }. ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
					SCHEDULED_FUTURE | ScheduledFuture<?> | task = scheduler.scheduleAtFixedRate(...); | .cancel(false)
			TIMER_TASK | TimerTask | task = ...; timer.scheduleAtFixedRate(task, ...); | .cancel()
			DISPOSABLE | Disposable | task = flux.subscribe(...); | .dispose()
			COMPLETABLE_FUTURE | CompletableFuture<?> | task = future.orTimeout(...); | .cancel(false)
			""")
	void aSessionEndsItsTaskWhenItCloses(CallerHandle handle, String type, String schedules, String ends) {
		assertThat(CureWords.of(leak(LeakReason.OUTLIVED_SESSION, OwnerKind.SESSION, handle, EVERY_SECOND)))
			.isEqualTo("when the session closes, in afterConnectionClosed: " + type + " " + schedules
					+ " this.tasks.put(session.getId(), task); " + type + " task = this.tasks.remove(session.getId()); "
					+ "if (task != null) task" + ends + ". ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					SseEmitter | in onCompletion: | emitter.onCompletion(() -> task.dispose())
					DeferredResult | in onCompletion: | result.onCompletion(() -> task.dispose())
					org.springframework.web.server.ServerWebExchange | in doFinally of the stream: | return stream.doFinally((signal) -> task.dispose())
					reactor.core.publisher.Mono | when its work is over: | later task.dispose()
					""")
	void whatTheTaskCapturesTellsWhereItsWorkEnds(String captured, String where, String ends) {
		LeakGroup group = leak(LeakReason.OUTLIVED_REQUEST, OwnerKind.REQUEST, CallerHandle.DISPOSABLE, EVERY_SECOND,
				captured);
		assertThat(CureWords.of(group)).isEqualTo(where + " Disposable task = flux.subscribe(...); " + ends + ". ");
	}

	@Test
	void aBeanKeepsEachOfSeveralTasks() {
		TaskGroup one = tasks(OwnerKind.BEAN, CallerHandle.SCHEDULED_FUTURE, EVERY_SECOND);
		TaskGroup two = new TaskGroup(one.site(), one.scheduler(), one.handle(), one.ownerKind(), 2, 0, one.schedule(),
				one.age(), null, 1, false, one.ownerNames(), List.of(), 0, 0, List.of());
		LeakGroup leak = new LeakGroup(LeakReason.ABANDONED, Witness.UNREACHABLE, two, Instant.EPOCH, null, 0, 0);
		assertThat(CureWords.of(leak)).isEqualTo(
				"in a @PreDestroy method of the bean: ScheduledFuture<?> task = scheduler.scheduleAtFixedRate(...); "
						+ "this.tasks.add(task); @PreDestroy void stop() { this.tasks.forEach((it) -> it.cancel(false)); }. ");
	}

	@Test
	void theCallIsOneThatTheCallerCanHaveMade() {
		LeakGroup delay = leak(LeakReason.ABANDONED, OwnerKind.APPLICATION, CallerHandle.SCHEDULED_FUTURE,
				Schedule.fixedDelay(0, 1_000_000_000));
		assertThat(CureWords.of(delay)).contains("ScheduledFuture<?> task = scheduler.scheduleWithFixedDelay(...);");
		LeakGroup timer = leak(LeakReason.ABANDONED, OwnerKind.APPLICATION, CallerHandle.TIMER_TASK,
				Schedule.fixedDelay(0, 1_000_000_000));
		assertThat(CureWords.of(timer))
			.contains("TimerTask task = ...; timer.schedule(task, ...); later task.cancel()");
	}

	private static LeakGroup leak(LeakReason reason, OwnerKind owner, CallerHandle handle, Schedule schedule,
			String... captured) {
		return new LeakGroup(reason, Witness.STALE, tasks(owner, handle, schedule, captured), Instant.EPOCH, null, 0,
				0);
	}

	private static TaskGroup tasks(OwnerKind owner, CallerHandle handle, Schedule schedule, String... captured) {
		Site site = new Site(new StackTraceElement("com.acme.Feed", "open", "Feed.java", 7));
		return new TaskGroup(site, "feeds", handle, owner, 1, 0, schedule, Duration.ofMinutes(1), null, 1, false,
				List.of("owner"), List.of(captured), 0, 0, List.of());
	}

}
