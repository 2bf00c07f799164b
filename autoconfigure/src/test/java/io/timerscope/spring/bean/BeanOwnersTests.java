package io.timerscope.spring.bean;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.acme.beans.Bystander;
import com.acme.beans.ExchangeRates;
import com.acme.beans.FastHeartbeat;
import com.acme.beans.Heartbeat;
import com.acme.beans.ReportJob;
import com.acme.beans.ScopedRefresh;
import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.TaskState;
import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.Scope;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class BeanOwnersTests {

	private final ApplicationContextRunner application = OwningApplication.runner();

	@Test
	void aScheduledMethodBelongsToItsBeanAndIsItsOwnSite() {
		this.application.withBean("reports", ReportJob.class).run((context) -> {
			TaskSnapshot task = OwningApplication.live(context).get(0);
			assertThat(task.owner().kind()).isEqualTo(OwnerKind.BEAN);
			assertThat(task.owner().name()).isEqualTo("reports");
			assertThat(task.name()).isEqualTo("ReportJob.nightly");
			assertThat(task.site()).hasToString("com.acme.beans.ReportJob.nightly(ReportJob.java:13)");
		});
	}

	@Test
	void aScheduledMethodThatHasAnotherOfItsNameAboveIsStillItsOwnSite() {
		this.application.withBean("rates", ExchangeRates.class)
			.run((context) -> assertThat(OwningApplication.live(context).get(0).site())
				.hasToString("com.acme.beans.ExchangeRates.refresh(ExchangeRates.java:18)"));
	}

	@Test
	void aTaskThatABeanStartsBelongsToTheBean() {
		this.application.withBean("heartbeat", Heartbeat.class, false).run((context) -> {
			assertThat(OwningApplication.live(context)).hasSize(1)
				.allSatisfy((task) -> assertThat(task.owner().name()).isEqualTo("heartbeat"));
			assertThat(OwningApplication.live(context).get(0).site().toString())
				.startsWith("com.acme.beans.Heartbeat.start(Heartbeat");
		});
	}

	@Test
	void anInheritedMethodThatSchedulesLeadsToTheBeanOfTheSubclass() {
		this.application.withBean("fast", FastHeartbeat.class)
			.run((context) -> assertThat(OwningApplication.live(context).get(0).owner().name()).isEqualTo("fast"));
	}

	@Test
	void twoBeansOfOneClassAreBothNamed() {
		this.application.withBean("left", Heartbeat.class, true)
			.withBean("right", Heartbeat.class, true)
			.run((context) -> {
				Heartbeat bean = context.getBean("left", Heartbeat.class);
				bean.start();
				assertThat(OwningApplication.live(context)).extracting((task) -> task.owner().name())
					.last()
					.isEqualTo("one of left, right");
			});
	}

	@Test
	void aBeanThatIsDestroyedWhileTheApplicationLivesIsOutlived() {
		this.application.withBean("heartbeat", Heartbeat.class, false)
			.withBean("careful", Careful.class)
			.run((context) -> {
				destroy(context, "careful");
				assertThat(leaked(context)).isEmpty();
				destroy(context, "heartbeat");
				assertThat(leaked(context)).extracting((task) -> task.owner().name()).containsExactly("heartbeat");
				assertThat(leaked(context).get(0).leak().reason().label()).isEqualTo("outlived-bean");
			});
	}

	@Test
	void aDestroyedBeanEndsItsTasksWhereThePolicySaysSo() {
		this.application.withPropertyValues("timerscope.beans.on-destroy=cancel")
			.withBean("heartbeat", Heartbeat.class, false)
			.run((context) -> {
				destroy(context, "heartbeat");
				assertThat(OwningApplication.live(context)).isEmpty();
				assertThat(OwningApplication.tasks(context, TaskQuery.States.ENDED)).extracting(TaskSnapshot::state)
					.containsExactly(TaskState.CANCELLED);
			});
	}

	@Test
	void theEndOfTheApplicationIsNoLeak() {
		this.application.withBean("heartbeat", Heartbeat.class, false)
			.withBean("scoped", ScopedRefresh.class)
			.run((context) -> {
				TaskLedger ledger = context.getBean(TaskLedger.class);
				ScopedRefresh scoped = context.getBean(ScopedRefresh.class);
				context.getSourceApplicationContext().close();
				assertThat(ledger.read().totals().leaked()).isZero();
				assertThat(ledger.read().totals().recovered()).isZero();
				assertThat(scoped.handle().isDone()).isTrue();
			});
	}

	@Test
	void aBeansScopeEndsWithTheBean() {
		this.application.withBean("scoped", ScopedRefresh.class).run((context) -> {
			assertThat(OwningApplication.live(context)).extracting((task) -> task.owner().name())
				.containsExactly("scoped");
			destroy(context, "scoped");
			assertThat(OwningApplication.live(context)).isEmpty();
		});
	}

	@Test
	void eachInstanceOfAScopedBeanEndsItsOwnTasksOnly() {
		Conversations conversations = new Conversations();
		this.application
			.withInitializer((context) -> context.getBeanFactory().registerScope("conversation", conversations))
			.withInitializer((context) -> ((GenericApplicationContext) context).registerBean("talk",
					ScopedRefresh.class, (definition) -> definition.setScope("conversation")))
			.run((context) -> {
				conversations.current = "one";
				ScopedRefresh one = context.getBean(ScopedRefresh.class);
				conversations.current = "two";
				ScopedRefresh two = context.getBean(ScopedRefresh.class);
				conversations.end("one");
				assertThat(one.handle().isDone()).isTrue();
				assertThat(two.handle().isDone()).isFalse();
			});
	}

	@Test
	void onlyBeansThatMayOwnTasksAreAskedToSayWhenTheyEnd() {
		this.application.withBean("heartbeat", Heartbeat.class, true)
			.withBean("bystander", Bystander.class)
			.run((context) -> {
				BeanLifecycle lifecycle = context.getBean(BeanLifecycle.class);
				assertThat(lifecycle.requiresDestruction(context.getBean("heartbeat"))).isTrue();
				assertThat(lifecycle.requiresDestruction(context.getBean("bystander"))).isFalse();
				assertThat(lifecycle.requiresDestruction(context.getBean(TaskLedger.class))).isFalse();
			});
	}

	@Test
	void aScopeThatTellsNoEndIsNotAskedForOne(CapturedOutput output) {
		this.application
			.withInitializer((context) -> context.getBeanFactory().registerScope("thread", new SimpleThreadScope()))
			.withInitializer((context) -> ((GenericApplicationContext) context).registerBean("perThread",
					PerThread.class, (definition) -> definition.setScope("thread")))
			.run((context) -> {
				assertThat(context.getBean(PerThread.class)).isSameAs(context.getBean("perThread"));
				assertThat(output).doesNotContain("destruction callbacks");
			});
	}

	@Test
	void askingForOwnersMakesNoBean() {
		this.application.withInitializer(
				(context) -> ((GenericApplicationContext) context).registerBean("lazy", Bystander.class, () -> {
					throw new IllegalStateException("made too early");
				}, (definition) -> definition.setLazyInit(true)))
			.withBean("reports", ReportJob.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void switchedOffThereIsNoBeanOwner() {
		this.application.withPropertyValues("timerscope.beans.enabled=false")
			.withBean("heartbeat", Heartbeat.class, true)
			.run((context) -> assertThat(OwningApplication.live(context)).extracting((task) -> task.owner().kind())
				.containsExactly(OwnerKind.APPLICATION));
	}

	private static void destroy(ConfigurableApplicationContext context, String name) {
		((DefaultListableBeanFactory) context.getBeanFactory()).destroySingleton(name);
	}

	private static List<TaskSnapshot> leaked(ConfigurableApplicationContext context) {
		return OwningApplication.tasks(context, TaskQuery.States.LEAKED);
	}

	static class Careful extends Heartbeat {

		Careful(TaskScheduler scheduler) {
			super(scheduler, true);
		}

	}

	record PerThread(TaskScheduler scheduler) {
	}

	/** A scope of which several instances live side by side. */
	static final class Conversations implements Scope {

		private final Map<String, Object> beans = new ConcurrentHashMap<>();

		private final Map<String, Runnable> callbacks = new ConcurrentHashMap<>();

		private String current = "none";

		@Override
		public Object get(String name, ObjectFactory<?> factory) {
			Object bean = this.beans.get(this.current);
			if (bean == null) {
				bean = factory.getObject();
				this.beans.put(this.current, bean);
			}
			return bean;
		}

		void end(String conversation) {
			this.beans.remove(conversation);
			this.callbacks.remove(conversation).run();
		}

		@Override
		public Object remove(String name) {
			return this.beans.remove(this.current);
		}

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
			this.callbacks.put(this.current, callback);
		}

		@Override
		public Object resolveContextualObject(String key) {
			return null;
		}

		@Override
		public String getConversationId() {
			return this.current;
		}

	}

}
