package io.timerscope.spring;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.acme.beans.Heartbeat;
import com.acme.beans.ScopedRefresh;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import io.timerscope.ledger.TaskLedger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.Scope;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

import static org.assertj.core.api.Assertions.assertThat;

/** Beans that are made anew while the application lives, and prototypes. */
class RefreshedBeanTests {

	private final Refresh refresh = new Refresh();

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(TaskSchedulingAutoConfiguration.class, TimerscopeAutoConfiguration.class))
		.withUserConfiguration(Scheduling.class)
		.withInitializer((context) -> context.getBeanFactory().registerScope("refresh", this.refresh))
		.withPropertyValues("timerscope.beans.grace=0s");

	@Test
	void aRefreshedBeanLeavesItsTaskBehind() {
		this.application.withInitializer(refreshed("heartbeat", Heartbeat.class, false)).run((context) -> {
			use(context, "heartbeat");
			assertThat(tasks(context, TaskQuery.States.LIVE)).hasSize(1);
			assertThat(tasks(context, TaskQuery.States.LEAKED)).isEmpty();
			this.refresh.refreshAll();
			use(context, "heartbeat");
			assertThat(tasks(context, TaskQuery.States.LIVE)).hasSize(2);
			assertThat(tasks(context, TaskQuery.States.LEAKED)).hasSize(1)
				.allSatisfy((task) -> assertThat(task.owner().name()).isEqualTo("heartbeat"));
		});
	}

	@Test
	void aRefreshedBeanThatStopsItsTaskLeavesNone() {
		this.application.withInitializer(refreshed("heartbeat", Heartbeat.class, true))
			.withInitializer(refreshed("scoped", ScopedRefresh.class))
			.run((context) -> {
				for (int i = 0; i < 3; i++) {
					use(context, "heartbeat");
					use(context, "scoped");
					assertThat(tasks(context, TaskQuery.States.LIVE)).hasSize(2);
					this.refresh.refreshAll();
				}
				assertThat(tasks(context, TaskQuery.States.LIVE)).isEmpty();
				assertThat(tasks(context, TaskQuery.States.LEAKED)).isEmpty();
			});
	}

	@Test
	void aRefreshedBeanEndsItsTasksWhereThePolicySaysSo() {
		this.application.withPropertyValues("timerscope.beans.on-destroy=cancel")
			.withInitializer(refreshed("heartbeat", Heartbeat.class, false))
			.run((context) -> {
				use(context, "heartbeat");
				this.refresh.refreshAll();
				assertThat(tasks(context, TaskQuery.States.LIVE)).isEmpty();
			});
	}

	@Test
	void whatAPrototypeSchedulesThroughItsScopeEndsWithThatInstance() {
		this.application
			.withInitializer((context) -> ((GenericApplicationContext) context).registerBeanDefinition("scoped",
					definition(ScopedRefresh.class, BeanDefinition.SCOPE_PROTOTYPE)))
			.run((context) -> {
				ScopedRefresh one = context.getBean(ScopedRefresh.class);
				ScopedRefresh two = context.getBean(ScopedRefresh.class);
				destroy(context, "scoped", one);
				assertThat(one.handle().isDone()).isTrue();
				assertThat(two.handle().isDone()).isFalse();
				assertThat(tasks(context, TaskQuery.States.LEAKED)).isEmpty();
			});
	}

	/** A task tells the class that it is of, not the instance. */
	@Test
	void whatPrototypesSchedulePlainlyOutlivesTheLastOfThem() {
		this.application.withInitializer(prototype("heartbeat", false)).run((context) -> {
			Heartbeat one = context.getBean(Heartbeat.class);
			Heartbeat two = context.getBean(Heartbeat.class);
			destroy(context, "heartbeat", one);
			assertThat(tasks(context, TaskQuery.States.LEAKED)).isEmpty();
			destroy(context, "heartbeat", two);
			assertThat(tasks(context, TaskQuery.States.LEAKED)).hasSize(2)
				.allSatisfy((task) -> assertThat(task.owner().name()).isEqualTo("heartbeat"));
		});
	}

	@Test
	void aPrototypeThatNobodyHoldsIsNotWaitedFor() {
		this.application.withInitializer(prototype("heartbeat", true)).run((context) -> {
			WeakReference<Object> dropped = dropped(context);
			Heartbeat kept = context.getBean(Heartbeat.class);
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
				System.gc();
				return dropped.get() == null;
			});
			kept.start();
			kept.start();
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
				destroy(context, "heartbeat", kept);
				return tasks(context, TaskQuery.States.LEAKED).size() == 2;
			});
		});
	}

	@Test
	void aPrototypeThatStopsItsTaskLeavesNone() {
		this.application.withInitializer(prototype("heartbeat", true)).run((context) -> {
			destroy(context, "heartbeat", context.getBean(Heartbeat.class));
			assertThat(tasks(context, TaskQuery.States.LIVE)).isEmpty();
			assertThat(tasks(context, TaskQuery.States.LEAKED)).isEmpty();
		});
	}

	private static WeakReference<Object> dropped(ConfigurableApplicationContext context) {
		Heartbeat bean = context.getBean(Heartbeat.class);
		bean.stop();
		return new WeakReference<>(bean);
	}

	private static void destroy(ConfigurableApplicationContext context, String name, Object bean) {
		context.getBeanFactory().destroyBean(name, bean);
	}

	private static ApplicationContextInitializer<ConfigurableApplicationContext> prototype(String name,
			boolean careful) {
		return (context) -> ((GenericApplicationContext) context).registerBeanDefinition(name,
				definition(Heartbeat.class, BeanDefinition.SCOPE_PROTOTYPE, careful));
	}

	/** As {@code @RefreshScope} declares a bean: behind a scoped proxy. */
	private static ApplicationContextInitializer<ConfigurableApplicationContext> refreshed(String name, Class<?> type,
			Object... arguments) {
		return (context) -> {
			GenericApplicationContext beans = (GenericApplicationContext) context;
			BeanDefinitionHolder proxy = ScopedProxyUtils
				.createScopedProxy(new BeanDefinitionHolder(definition(type, "refresh", arguments), name), beans, true);
			beans.registerBeanDefinition(name, proxy.getBeanDefinition());
		};
	}

	private static BeanDefinition definition(Class<?> type, String scope, Object... arguments) {
		BeanDefinitionBuilder definition = BeanDefinitionBuilder.rootBeanDefinition(type).setScope(scope);
		if (arguments.length > 0) {
			definition.addConstructorArgReference("taskScheduler");
			definition.addConstructorArgValue(arguments[0]);
		}
		else {
			definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		}
		return definition.getBeanDefinition();
	}

	/** Makes the bean behind the proxy. */
	private static void use(ConfigurableApplicationContext context, String name) {
		assertThat(context.getBean(name).toString()).startsWith("com.acme.beans.");
	}

	private static List<TaskSnapshot> tasks(ConfigurableApplicationContext context, TaskQuery.States states) {
		TaskQuery query = new TaskQuery(states, null, null, null, null, 100, 0);
		return context.getBean(TaskLedger.class).read().snapshot(query).page().tasks();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

	/**
	 * Behaves as the refresh scope of Spring Cloud: a refresh destroys, the next call
	 * makes anew.
	 */
	private static final class Refresh implements Scope {

		private final Map<String, Object> beans = new ConcurrentHashMap<>();

		private final Map<String, Runnable> callbacks = new ConcurrentHashMap<>();

		@Override
		public Object get(String name, ObjectFactory<?> factory) {
			Object bean = this.beans.get(name);
			if (bean == null) {
				bean = factory.getObject();
				this.beans.put(name, bean);
			}
			return bean;
		}

		void refreshAll() {
			this.beans.clear();
			List<Runnable> destroying = List.copyOf(this.callbacks.values());
			this.callbacks.clear();
			destroying.forEach(Runnable::run);
		}

		@Override
		public Object remove(String name) {
			return this.beans.remove(name);
		}

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
			this.callbacks.put(name, callback);
		}

		@Override
		public Object resolveContextualObject(String key) {
			return null;
		}

		@Override
		public String getConversationId() {
			return "refresh";
		}

	}

}
