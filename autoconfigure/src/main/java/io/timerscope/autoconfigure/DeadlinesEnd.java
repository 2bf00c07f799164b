package io.timerscope.autoconfigure;

import io.timerscope.scope.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Ends all deadlines before the schedulers shut down, since a pool that shuts down may
 * wait for what is still in its queue.
 */
final class DeadlinesEnd implements ApplicationListener<ContextClosedEvent>, ApplicationContextAware, Ordered {

	private final String name;

	private final Deadlines deadlines;

	private @Nullable ApplicationContext context;

	/**
	 * Waits for the end of the context that it is a bean of.
	 * @param name the bean that holds the deadlines; a parent's outlives this context
	 */
	DeadlinesEnd(String name, Deadlines deadlines) {
		this.name = name;
		this.deadlines = deadlines;
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		ApplicationContext context = event.getApplicationContext();
		if (context == this.context && context.containsLocalBean(this.name)) {
			this.deadlines.close();
		}
	}

}
