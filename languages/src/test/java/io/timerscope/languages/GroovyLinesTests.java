package io.timerscope.languages;

import java.net.URL;
import java.nio.file.Path;
import java.util.concurrent.Future;

import com.acme.kotlin.PriceApplication;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyObject;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/** What Groovy makes of a call has the line and the name of the source. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroovyLinesTests {

	private Application application;

	private GroovyObject reminders;

	private Path source;

	@BeforeAll
	void start() throws Exception {
		this.application = new Application(WebApplicationType.NONE, PriceApplication.class);
		URL source = getClass().getResource("/com/acme/groovy/Reminders.groovy");
		this.source = Path.of(source.toURI());
		GroovyClassLoader loader = new GroovyClassLoader(getClass().getClassLoader());
		Class<?> type = loader.parseClass(this.source.toFile());
		this.reminders = (GroovyObject) type.getConstructor().newInstance();
		this.reminders.setProperty("scheduler", this.application.scheduler());
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@ParameterizedTest
	@CsvSource({ "closure, closure", "insideAClosure, insideAClosure", "lambda, lambda", "withDefaults, defaults",
			"compiledStatically, compiledStatically" })
	void theLineIsTheOneThatSchedules(String call, String method) throws Exception {
		Future<?> task = (Future<?>) this.reminders.invokeMethod(call, new Object[0]);
		Line line = Line.ofYoungest(this.application);
		task.cancel(false);
		assertThat(line.name()).isEqualTo("Reminders." + method);
		assertThat(line.site()).startsWith("com.acme.groovy.Reminders.").contains("(Reminders.groovy:");
		assertThat(line.in(this.source)).contains("scheduler.schedule(");
		assertThat(this.application.bean(TaskLedger.class).trackingErrors()).isZero();
	}

}
