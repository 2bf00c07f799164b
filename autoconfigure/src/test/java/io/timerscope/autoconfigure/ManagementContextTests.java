package io.timerscope.autoconfigure;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.acme.management.ManagementApplication;
import io.timerscope.TaskQuery;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.SchedulerSnapshot;
import io.timerscope.spring.schedule.TrackedScheduler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The context behind a management port of its own, and its parent, keep one book. */
@ExtendWith(OutputCaptureExtension.class)
class ManagementContextTests {

	private static final String JETTY = "org.springframework.boot.jetty.autoconfigure.";

	@Test
	void aSchedulerBehindTheManagementPortIsTrackedInTheApplicationsLedger(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start("--timerscope.exclude-beans=pool*")) {
			assertThat(behindThePort(context).get()).isInstanceOf(TrackedScheduler.class);
			assertThat(schedulers(context).get("managementScheduler").totals().live()).isEqualTo(1);
		}
		assertThat(output).doesNotContain("no scheduler bean has such a name");
	}

	@Test
	void aTaskThatTheTwoContextsPassOnIsOneTask() {
		try (ConfigurableApplicationContext context = start()) {
			Map<String, SchedulerSnapshot> schedulers = schedulers(context);
			assertThat(schedulers.get("pool").totals().scheduled()).isEqualTo(2);
			assertThat(schedulers.get("managementScheduler").totals().scheduled()).isEqualTo(1);
			assertThat(schedulers.get("overThePool").tracked()).isFalse();
			assertThat(schedulers.get("overThePool").reason()).contains("counted");
			assertThat(context.getBean(TaskLedger.class).read().totals().scheduled()).isEqualTo(3);
		}
	}

	@Test
	void switchedOffNothingIsTouchedThereEither() {
		try (ConfigurableApplicationContext context = start("--timerscope.enabled=false")) {
			assertThat(behindThePort(context).get()).isNotInstanceOf(TrackedScheduler.class);
		}
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(ManagementApplication.class)
			.properties("server.port=0", "management.server.port=0", "acme.management.schedulers=true",
					"spring.main.banner-mode=off", "spring.main.web-application-type=servlet",
					"spring.autoconfigure.exclude=" + JETTY + "servlet.JettyServletWebServerAutoConfiguration," + JETTY
							+ "actuate.web.server.JettyServletManagementContextAutoConfiguration")
			.run(arguments);
	}

	@SuppressWarnings("unchecked")
	private static AtomicReference<Object> behindThePort(ConfigurableApplicationContext context) {
		return context.getBean("behindThePort", AtomicReference.class);
	}

	private static Map<String, SchedulerSnapshot> schedulers(ConfigurableApplicationContext context) {
		return context.getBean(TaskLedger.class)
			.read()
			.snapshot(TaskQuery.DEFAULT)
			.schedulers()
			.stream()
			.collect(Collectors.toMap(SchedulerSnapshot::name, Function.identity()));
	}

}
