package io.timerscope.autoconfigure;

import java.util.Set;

import io.timerscope.finding.Inspection;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The threads that were there before the application's first bean: the launcher's, the
 * build tool's, an agent's.
 */
final class InitialThreads implements BeanFactoryPostProcessor {

	private final Set<Long> ids = Inspection.threads();

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

	Set<Long> ids() {
		return this.ids;
	}

}
