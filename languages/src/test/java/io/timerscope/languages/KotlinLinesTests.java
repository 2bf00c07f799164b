package io.timerscope.languages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

import com.acme.kotlin.Calendar;
import com.acme.kotlin.PriceApplication;
import com.acme.kotlin.Reminders;
import com.acme.kotlin.RemindersKt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/** What Kotlin makes of a call has the line and the name of the source. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KotlinLinesTests {

	private static final Path SOURCE = Path.of("src/test/kotlin/com/acme/kotlin/Reminders.kt");

	private Application application;

	@BeforeAll
	void start() {
		this.application = new Application(WebApplicationType.NONE, PriceApplication.class);
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void theLineIsTheOneThatSchedules(String name, String site, Function<TaskScheduler, Future<?>> call)
			throws IOException {
		Future<?> task = call.apply(this.application.scheduler());
		Line line = Line.ofYoungest(this.application);
		task.cancel(false);
		assertThat(line.name()).isEqualTo(name);
		assertThat(line.site()).startsWith("com.acme.kotlin." + site + "(Reminders.kt:");
		assertThat(line.in(SOURCE)).containsPattern("schedule");
	}

	/** A known limit. */
	@Test
	void ofAnInlinedFunctionTheNumberIsMadeUpByKotlinsCompiler() throws IOException {
		Future<?> task = new Reminders(this.application.scheduler()).inlined();
		Line line = Line.ofYoungest(this.application);
		task.cancel(false);
		assertThat(line.name()).isEqualTo("Reminders.inlined");
		assertThat(line.site()).startsWith("com.acme.kotlin.Reminders.inlined(Reminders.kt:");
		assertThat(line.number()).isGreaterThan(Files.readAllLines(SOURCE).size());
	}

	private static Stream<Arguments> calls() {
		return Stream.of(call("RemindersKt.remind", "RemindersKt.remind", RemindersKt::remind),
				call("RemindersKt.remindOfAll", "RemindersKt.remindOfAll", RemindersKt::remindOfAll),
				call("Reminders.lambda", "Reminders.lambda", (it) -> new Reminders(it).lambda()),
				call("Reminders.methodReference", "Reminders.methodReference",
						(it) -> new Reminders(it).methodReference()),
				call("Reminders.anonymousObject", "Reminders.anonymousObject",
						(it) -> new Reminders(it).anonymousObject()),
				call("Reminders.defaults", "Reminders.defaults", (it) -> new Reminders(it).withDefaults()),
				call("Reminders.insideALambda", "Reminders.insideALambda", (it) -> new Reminders(it).insideALambda()),
				call("Reminders.insideAnObjectLambda", "Reminders.insideAnObjectLambda",
						(it) -> new Reminders(it).insideAnObjectLambda()),
				call("Reminders$Companion.ofCompanion", "Reminders$Companion.ofCompanion",
						Reminders.Companion::ofCompanion),
				call("Calendar.remind", "Calendar.remind", Calendar.INSTANCE::remind));
	}

	private static Arguments call(String name, String site, Function<TaskScheduler, Future<?>> call) {
		return Arguments.of(name, site, call);
	}

}
