package io.timerscope.spring.bean;

import java.util.function.Consumer;

import com.acme.beans.Heartbeat;
import com.acme.beans.QuietWork;
import com.acme.beans.ReportJob;
import com.acme.beans.ScopedRefresh;
import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScopes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.scheduling.TaskScheduler;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

/** Two beans can have one name, and one bean two. */
class BeansOfOneNameTests {

	private final ApplicationContextRunner application = OwningApplication.runner();

	@Test
	void aChildThatClosesEndsItsOwnBeanAndNotTheParents() {
		ApplicationContextRunner both = this.application.withBean("scoped", ScopedRefresh.class);
		both.run((parent) -> {
			ScopedRefresh above = parent.getBean(ScopedRefresh.class);
			TaskHandle[] below = new TaskHandle[1];
			child(both, parent, (child) -> {
				below[0] = child.getBean(ScopedRefresh.class).handle();
				assertThat(below[0].isDone()).isFalse();
			});
			assertThat(below[0].isDone()).isTrue();
			assertThat(above.handle().isDone()).isFalse();
			assertThat(parent.getBean(TaskScopes.class).bean(above).every(ofHours(1), () -> {
			}).isDone()).isFalse();
			destroy(parent, "scoped");
			assertThat(above.handle().isDone()).isTrue();
		});
	}

	@Test
	void aChildThatClosesLeavesTheParentsScheduledMethodItsOwner() {
		ApplicationContextRunner both = this.application.withBean("reports", ReportJob.class);
		both.run((parent) -> {
			child(both, parent, (child) -> assertThat(OwningApplication.live(parent)).hasSize(2));
			assertThat(OwningApplication.live(parent)).hasSize(1)
				.allSatisfy((task) -> assertThat(task.owner().endedAt()).isNull());
		});
	}

	@Test
	void aSiblingThatClosesLeavesTheOtherItsBean() {
		ApplicationContextRunner children = this.application.withBean("scoped", ScopedRefresh.class);
		this.application.run((parent) -> child(children, parent, (one) -> {
			child(children, parent, (other) -> {
			});
			assertThat(one.getBean(ScopedRefresh.class).handle().isDone()).isFalse();
		}));
	}

	@Test
	void eachObjectThatIsMadeOfAClassEndsItsOwnTasksOnly() {
		this.application.run((context) -> {
			AutowireCapableBeanFactory beans = context.getAutowireCapableBeanFactory();
			ScopedRefresh one = beans.createBean(ScopedRefresh.class);
			ScopedRefresh other = beans.createBean(ScopedRefresh.class);
			beans.destroyBean(one);
			assertThat(one.handle().isDone()).isTrue();
			assertThat(other.handle().isDone()).isFalse();
			assertThat(context.getBean(BeanOwners.class).isShared(other)).isFalse();
			assertThat(beans.createBean(ScopedRefresh.class).handle().isDone()).isFalse();
		});
	}

	/** As {@code @Import} names it. */
	@Test
	void anObjectOfAClassEndsNothingOfTheBeanThatIsNamedLikeTheClass() {
		this.application.withBean(ScopedRefresh.class.getName(), ScopedRefresh.class).run((context) -> {
			ScopedRefresh bean = context.getBean(ScopedRefresh.class);
			AutowireCapableBeanFactory beans = context.getAutowireCapableBeanFactory();
			ScopedRefresh object = beans.createBean(ScopedRefresh.class);
			beans.destroyBean(object);
			assertThat(object.handle().isDone()).isTrue();
			assertThat(bean.handle().isDone()).isFalse();
		});
	}

	@Test
	void aPrototypeThatIsDestroyedByHandIsKnownByItsName() {
		this.application.withInitializer((context) -> ((GenericApplicationContext) context).registerBean("talk",
				Heartbeat.class, () -> new Heartbeat(context.getBean(TaskScheduler.class), false),
				(definition) -> definition.setScope("prototype")))
			.run((context) -> {
				context.getAutowireCapableBeanFactory().destroyBean(context.getBean("talk"));
				assertThat(OwningApplication.live(context)).extracting((task) -> task.owner().name())
					.containsExactly("talk");
				assertThat(OwningApplication.live(context).get(0).owner().endedAt()).isNotNull();
			});
	}

	@Test
	void aBeanWithinAnotherIsSharedAsThatIs() {
		this.application
			.withInitializer((context) -> ((GenericApplicationContext) context).registerBeanDefinition("outer",
					BeanDefinitionBuilder.rootBeanDefinition(Outer.class)
						.addConstructorArgValue(BeanDefinitionBuilder.rootBeanDefinition(ScopedRefresh.class)
							.setAutowireMode(AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR)
							.getBeanDefinition())
						.getBeanDefinition()))
			.run((context) -> {
				ScopedRefresh inner = context.getBean(Outer.class).inner();
				assertThat(context.getBean(BeanOwners.class).isShared(inner)).isTrue();
				destroy(context, "outer");
				assertThat(inner.handle().isDone()).isTrue();
			});
	}

	@Test
	void aBeanThatShowsNoSchedulerEndsThoughAnotherIsOfItsClass() {
		this.application.withBean("one", QuietWork.class).withBean("other", QuietWork.class).run((context) -> {
			destroy(context, "other");
			assertThat(OwningApplication.live(context)).hasSize(2);
			assertThat(OwningApplication.live(context).get(0).owner().endedAt()).isNull();
			assertThat(OwningApplication.live(context).get(1).owner().endedAt()).isNotNull();
		});
	}

	@Test
	void aBeanWhoseDefinitionIsTakenAwayEnds() {
		this.application.withBean("quiet", QuietWork.class).run((context) -> {
			((DefaultListableBeanFactory) context.getBeanFactory()).removeBeanDefinition("quiet");
			assertThat(OwningApplication.live(context).get(0).owner().endedAt()).isNotNull();
		});
	}

	@Test
	void namesOfBeansThatCameAndWentAreForgotten() {
		this.application.run((context) -> {
			DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
			TaskScheduler scheduler = beans.getBean(TaskScheduler.class);
			for (int i = 0; i < 3000; i++) {
				String name = "tenant" + i;
				beans.registerBeanDefinition(name,
						BeanDefinitionBuilder.rootBeanDefinition(Heartbeat.class, () -> new Heartbeat(scheduler, true))
							.getBeanDefinition());
				beans.getBean(name);
				beans.removeBeanDefinition(name);
			}
			assertThat(context.getBean(BeanOwners.class).known()).isLessThan(3200);
		});
	}

	private static void child(ApplicationContextRunner runner, ConfigurableApplicationContext parent,
			Consumer<AssertableApplicationContext> work) {
		runner.withParent(parent).run((child) -> work.accept(child));
	}

	private static void destroy(ConfigurableApplicationContext context, String name) {
		((DefaultListableBeanFactory) context.getBeanFactory()).destroySingleton(name);
	}

	record Outer(ScopedRefresh inner) {
	}

}
