package io.timerscope.spring.bean;

import java.util.function.Supplier;

import io.timerscope.Owner;
import io.timerscope.OwnerContext;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.SimpleAliasRegistry;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/**
 * Knows which bean the container makes on a thread: the container tells its
 * {@link ApplicationStartup} of each beginning and end, whatever happens in between.
 * Everything goes on to the application's own.
 */
final class BeanCreations implements ApplicationStartup {

	private static final String MADE = "spring.beans.instantiate";

	/** All singletons are there, and each may begin its work. */
	private static final String READY = "spring.beans.smart-initialize";

	private static final String NAME = "beanName";

	private final ApplicationStartup startup;

	private final ConfigurableListableBeanFactory beans;

	private final @Nullable BeanOwners owners;

	private volatile @Nullable TaskLedger ledger;

	private BeanCreations(ConfigurableListableBeanFactory beans, @Nullable BeanOwners owners) {
		this.startup = beans.getApplicationStartup();
		this.beans = beans;
		this.owners = owners;
	}

	/** From now on each bean that the factory makes is known while it is made. */
	static BeanCreations watch(ConfigurableListableBeanFactory beans, @Nullable BeanOwners owners) {
		BeanCreations creations = new BeanCreations(beans, owners);
		beans.setApplicationStartup(creations);
		return creations;
	}

	/** Before there is a ledger nothing is tracked. */
	void tell(TaskLedger ledger) {
		this.ledger = ledger;
	}

	/**
	 * Takes this thread off the beans that it is still at. The container does not end the
	 * step of a bean that fails when all singletons are there.
	 */
	void leave() {
		TaskLedger ledger = this.ledger;
		if (ledger != null) {
			OwnerContext context = ledger.context();
			while (context.source() instanceof BeanInCreation bean && bean.isAmong(this)) {
				bean.ends();
				context.swap(bean.outer());
			}
		}
	}

	@Override
	public StartupStep start(String name) {
		StartupStep step = this.startup.start(name);
		TaskLedger ledger = this.ledger;
		return (ledger != null && (name.equals(MADE) || name.equals(READY))) ? new Step(step, ledger.context()) : step;
	}

	@Nullable Owner ownerOf(String beanName, @Nullable Owner taskBean) {
		BeanOwners owners = this.owners;
		if (owners == null) {
			return null;
		}
		String name = BeanFactoryUtils.transformedBeanName(beanName);
		if (this.beans instanceof SimpleAliasRegistry aliases) {
			name = aliases.canonicalName(name);
		}
		if (taskBean == null || taskBean == makerOf(name, owners) || owners.mayBe(taskBean, name)) {
			return owners.named(name);
		}
		return taskBean;
	}

	/** The configuration whose method makes a bean. */
	private @Nullable Owner makerOf(String name, BeanOwners owners) {
		if (!this.beans.containsBeanDefinition(name)) {
			return null;
		}
		BeanDefinition definition = this.beans.getMergedBeanDefinition(name);
		return (definition.getFactoryMethodName() == null) ? null
				: owners.ofMaker(definition.getFactoryBeanName(), definition.getBeanClassName());
	}

	private void creating(String beanName) {
		if (this.owners != null) {
			this.owners.creating(beanName);
		}
	}

	/** One bean, from the moment its name is known until it is there. */
	private final class Step implements StartupStep {

		private final StartupStep step;

		private final OwnerContext context;

		private @Nullable BeanInCreation bean;

		Step(StartupStep step, OwnerContext context) {
			this.step = step;
			this.context = context;
		}

		@Override
		public StartupStep tag(String key, String value) {
			if (this.bean == null && key.equals(NAME)) {
				creating(value);
				this.bean = new BeanInCreation(BeanCreations.this, value, this.context.source());
				this.context.swap(this.bean);
			}
			this.step.tag(key, value);
			return this;
		}

		@Override
		public StartupStep tag(String key, Supplier<String> value) {
			this.step.tag(key, value);
			return this;
		}

		@Override
		public void end() {
			if (this.bean != null) {
				this.bean.ends();
				this.context.swap(this.bean.outer());
				this.bean = null;
			}
			this.step.end();
		}

		@Override
		public String getName() {
			return this.step.getName();
		}

		@Override
		public long getId() {
			return this.step.getId();
		}

		@Override
		public @Nullable Long getParentId() {
			return this.step.getParentId();
		}

		@Override
		public Tags getTags() {
			return this.step.getTags();
		}

	}

}
