package io.timerscope.autoconfigure;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Tells the listeners of one context of an event, and not those of its parents.
 *
 * @param context the context
 */
record EventsBelow(ConfigurableApplicationContext context) implements ApplicationEventPublisher {

	@Override
	public void publishEvent(Object event) {
		if (this.context.isActive() && event instanceof ApplicationEvent published) {
			this.context
				.getBean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME,
						ApplicationEventMulticaster.class)
				.multicastEvent(published);
		}
	}

}
