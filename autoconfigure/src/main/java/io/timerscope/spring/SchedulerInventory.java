package io.timerscope.spring;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.spring.schedule.TrackedScheduler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.scheduling.TaskScheduler;

/**
 * Looks once, when all singletons are there, for the schedulers that did not pass by:
 * those excluded, those created before anything could be tracked, and those not created
 * yet. Creates none.
 */
final class SchedulerInventory {

	private static final Log LOG = LogFactory.getLog(SchedulerInventory.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final SchedulerTracking tracking;

	private final ExcludedBeans excluded;

	SchedulerInventory(ConfigurableListableBeanFactory beanFactory, SchedulerTracking tracking,
			ExcludedBeans excluded) {
		this.beanFactory = beanFactory;
		this.tracking = tracking;
		this.excluded = excluded;
	}

	void take() {
		Set<String> names = names();
		names.forEach(this::note);
		if (hasParentThatReports()) {
			return;
		}
		for (String pattern : this.excluded.idle(names)) {
			LOG.warn("Timerscope: timerscope.exclude-beans names '" + pattern
					+ "', but no scheduler bean has such a name; there "
					+ (names.isEmpty() ? "are none" : "are " + String.join(", ", names)));
		}
	}

	/** Spring's schedulers first. Looks at all definitions once. */
	private Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		Set<String> others = new LinkedHashSet<>();
		for (String name : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = this.beanFactory.getType(name, false);
			if (type != null && TaskScheduler.class.isAssignableFrom(type)) {
				names.add(name);
			}
			else if (type != null && ScheduledExecutorService.class.isAssignableFrom(type)) {
				others.add(name);
			}
		}
		names.addAll(others);
		return names;
	}

	private void note(String name) {
		Object bean = this.beanFactory.getSingleton(name);
		if (bean != null && !(bean instanceof FactoryBean<?>)) {
			if (SchedulerProxies.isScheduler(bean)) {
				noteSingleton(name, bean);
			}
			return;
		}
		Class<?> type = this.beanFactory.getType(name, false);
		String reason = this.excluded.reason(name);
		if (reason == null && this.tracking.isUnknown(BeanNames.shown(name))) {
			reason = leadsToATracked(type) ? "its tasks are counted elsewhere" : "it has not been created yet";
		}
		if (reason != null) {
			this.tracking.leaveAlone(BeanNames.shown(name), (type == null) ? TaskScheduler.class : type, reason);
		}
	}

	/** A factory bean may make a proxy of a scheduler that was tracked before. */
	private static boolean leadsToATracked(@Nullable Class<?> type) {
		return type != null && (TrackedScheduler.class.isAssignableFrom(type)
				|| TrackedScheduledExecutorService.class.isAssignableFrom(type));
	}

	/** The patterns are the application's, and may well be about the parent's beans. */
	private boolean hasParentThatReports() {
		return this.beanFactory.getParentBeanFactory() instanceof ListableBeanFactory parent && BeanFactoryUtils
			.beanNamesForTypeIncludingAncestors(parent, SchedulerBeanPostProcessor.class, true, false).length > 0;
	}

	private String missed(String name) {
		String reason = this.beanFactory.containsBeanDefinition(name) ? "it was created before Timerscope was ready"
				: "it was registered as a finished object, which no post-processor sees";
		LOG.info("Timerscope: scheduler '" + name + "' is not tracked: " + reason);
		return reason;
	}

	private void noteSingleton(String name, Object bean) {
		String reason = this.excluded.reason(name);
		if (reason == null && bean instanceof AopInfrastructureBean) {
			reason = "it is a scoped proxy; the scheduler behind it is tracked when that is created";
		}
		if (reason == null && SchedulerProxies.isTracked(bean)) {
			this.tracking.joinAround(bean);
			String counted = this.tracking.nameOf(bean);
			reason = "its tasks are counted elsewhere" + ((counted == null) ? "" : ", under '" + counted + "'");
		}
		if (reason == null && this.tracking.isUnknown(name)) {
			reason = this.tracking.isMock(bean) ? Untouchables.MOCK : missed(name);
		}
		if (reason != null) {
			this.tracking.leaveAlone(name, bean, reason);
		}
	}

}
