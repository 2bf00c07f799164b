package io.timerscope.actuate;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The endpoint over JMX.
 */
class TimersJmxTests {

	private static final String UNRESTRICTED = "management.endpoint.timers.access=unrestricted";

	private final MBeanServer mbeans = ManagementFactory.getPlatformMBeanServer();

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void everyFilterAndThePagesAreTheSameAsOverHttp() throws Exception {
		this.shop.leak("POST /orders", 3);
		this.shop.orders.remind();
		try (TimersServer server = serve("filters")) {
			assertThat(tasks(timers(server, "filters", null, null, null, null, null, null))).hasSize(4);
			assertThat(tasks(timers(server, "filters", "leaked", null, null, null, null, null))).hasSize(3);
			assertThat(tasks(timers(server, "filters", null, "taskScheduler", null, null, null, null))).hasSize(4);
			assertThat(tasks(timers(server, "filters", null, "nobody", null, null, null, null))).isEmpty();
			assertThat(tasks(timers(server, "filters", null, null, "request:POST /orders", null, null, null)))
				.hasSize(3);
			assertThat(tasks(
					timers(server, "filters", null, null, null, "com.acme.orders.OrderController.remind", null, null)))
				.hasSize(1);
			Map<String, Object> first = timers(server, "filters", "leaked", null, null, null, "2", null);
			assertThat(tasks(first)).extracting("id").containsExactly("1", "2");
			assertThat(map(first, "page")).containsEntry("matched", 3L).containsEntry("next", "2");
			Map<String, Object> last = timers(server, "filters", "leaked", null, null, null, "2", "2");
			assertThat(tasks(last)).extracting("id").containsExactly("3");
			assertThat(map(last, "page")).doesNotContainKey("next");
			assertThat(map(last, "totals")).containsEntry("leaked", 3L);
			assertThat(last).containsEntry("status", "leaking");
		}
	}

	@Test
	void oneTaskIsReadAndCancelled() throws Exception {
		this.shop.leak("POST /orders", 1);
		try (TimersServer server = serve("task", UNRESTRICTED)) {
			Map<String, Object> task = answer(invoke(server, "task", "timer", "1"));
			assertThat(task).containsEntry("state", "waiting").containsKeys("stack", "history", "leak");
			assertThat(answer(invoke(server, "task", "cancel", "1"))).containsEntry("state", "cancelled");
			assertThat(this.shop.ledger.read().totals().cancelled()).isOne();
			assertThat(invoke(server, "task", "timer", "7")).isNull();
		}
	}

	@Test
	void whatItDoesNotTakeIsRefusedInTheSameWords() throws Exception {
		try (TimersServer server = serve("refused", UNRESTRICTED)) {
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> timers(server, "refused", "gone", null, null, null, null, null))
				.havingRootCause()
				.withMessageContaining("'state' takes one of live, waiting");
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> timers(server, "refused", null, null, null, null, "0", null))
				.havingRootCause()
				.withMessageContaining("'limit' takes a whole number from 1 to 1000");
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> invoke(server, "refused", "cancel", "7"))
				.havingRootCause()
				.withMessageContaining("There is no live task 7");
		}
	}

	@Test
	void withoutAccessThereIsNoCancel() throws Exception {
		try (TimersServer server = serve("readonly")) {
			assertThat(this.mbeans.getMBeanInfo(name("readonly")).getOperations())
				.extracting(MBeanOperationInfo::getName)
				.containsExactlyInAnyOrder("timers", "timer");
			assertThat(server.url()).isNotEmpty();
		}
	}

	private Map<String, Object> timers(TimersServer server, String context, String... parameters) throws Exception {
		return answer(invoke(server, context, "timers", parameters));
	}

	private Object invoke(TimersServer server, String context, String operation, String... parameters)
			throws Exception {
		assertThat(server.context().isActive()).isTrue();
		String[] types = new String[parameters.length];
		Arrays.fill(types, String.class.getName());
		return this.mbeans.invoke(name(context), operation, parameters, types);
	}

	private static ObjectName name(String context) throws Exception {
		return new ObjectName("org.springframework.boot:type=Endpoint,name=Timers,test=" + context);
	}

	private static List<?> tasks(Map<String, Object> answer) {
		return (List<?>) answer.get("tasks");
	}

	private static Map<String, Object> map(Map<String, Object> answer, String name) {
		return answer(answer.get(name));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> answer(Object answer) {
		return (Map<String, Object>) answer;
	}

	private TimersServer serve(String context, String... properties) {
		String[] all = Arrays.copyOf(properties, properties.length + 3);
		all[properties.length] = "spring.jmx.enabled=true";
		all[properties.length + 1] = "management.endpoints.jmx.exposure.include=timers";
		all[properties.length + 2] = "management.endpoints.jmx.static-names=test=" + context;
		return TimersServer.start(TimersServer.Kind.TOMCAT, this.shop.ledger, all);
	}

}
