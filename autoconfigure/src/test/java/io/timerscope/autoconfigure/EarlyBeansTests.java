package io.timerscope.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.EndedObjects;
import io.timerscope.TimeSource;
import io.timerscope.TrackingPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EarlyBeansTests {

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private final EarlyBeans early = early(this.beans);

	@Test
	void aBeanIsFoundByItsTypeAndOneThatIsMissingIsNot() {
		TimeSource time = TimeSource.system();
		this.beans.registerBeanDefinition("time", new RootBeanDefinition(TimeSource.class, () -> time));
		assertThat(this.early.find(TimeSource.class)).isSameAs(time);
		assertThat(this.early.find(TrackingPolicy.class)).isNull();
		assertThatIllegalStateException().isThrownBy(() -> this.early.get(TrackingPolicy.class))
			.withMessage("no bean of type " + TrackingPolicy.class.getName());
	}

	@Test
	void aDefinitionThatComesLaterIsSeen() {
		assertThat(this.early.find(TimeSource.class)).isNull();
		this.beans.registerBeanDefinition("time", new RootBeanDefinition(TimeSource.class, TimeSource::system));
		assertThat(this.early.find(TimeSource.class)).isNotNull();
	}

	@Test
	void aParentsBeanIsFoundToo() {
		this.beans.registerBeanDefinition("time", new RootBeanDefinition(TimeSource.class, TimeSource::system));
		EarlyBeans below = early(new DefaultListableBeanFactory(this.beans));
		assertThat(below.find(TimeSource.class)).isSameAs(this.beans.getBean("time"));
	}

	@Test
	void noFactoryBeanIsMadeToLearnWhatItMakes() {
		AtomicInteger made = new AtomicInteger();
		this.beans.registerBeanDefinition("factory",
				new RootBeanDefinition(UnknownFactory.class, () -> new UnknownFactory(made)));
		assertThat(this.early.all(EndedObjects.class)).isEmpty();
		assertThat(made).hasValue(0);
	}

	@Test
	void onlyTheKnownTypesCanBeAskedFor() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.early.find(String.class))
			.withMessageStartingWith("java.lang.String is none of");
	}

	private static EarlyBeans early(DefaultListableBeanFactory beans) {
		EarlyBeans early = new EarlyBeans();
		early.setBeanFactory(beans);
		return early;
	}

	/** Says nothing of what it makes. */
	private static final class UnknownFactory implements FactoryBean<Object> {

		private UnknownFactory(AtomicInteger made) {
			made.incrementAndGet();
		}

		@Override
		public Object getObject() {
			return "anything";
		}

		@Override
		public Class<?> getObjectType() {
			return Object.class;
		}

	}

}
