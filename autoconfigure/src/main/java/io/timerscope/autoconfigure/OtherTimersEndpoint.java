package io.timerscope.autoconfigure;

import io.timerscope.actuate.TimersEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;

/**
 * An endpoint of somebody else's that has the id {@code timers}, as Resilience4j's does.
 *
 * @param beanName the name of its bean
 * @param type its class
 */
record OtherTimersEndpoint(String beanName, Class<?> type) {

	private static final EndpointId USUAL = EndpointId.of("timers");

	/** Looks at the definitions, so that no bean is created before its time. */
	static @Nullable OtherTimersEndpoint find(ListableBeanFactory beans) {
		for (String name : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, Object.class, true, false)) {
			Endpoint endpoint = beans.findAnnotationOnBean(name, Endpoint.class, false);
			Class<?> type = beans.getType(name, false);
			if (endpoint != null && type != null && !TimersEndpoint.class.isAssignableFrom(type)
					&& isUsual(endpoint.id())) {
				return new OtherTimersEndpoint(name, type);
			}
		}
		return null;
	}

	private static boolean isUsual(String id) {
		return !id.isEmpty() && EndpointId.of(id).equals(USUAL);
	}

}
