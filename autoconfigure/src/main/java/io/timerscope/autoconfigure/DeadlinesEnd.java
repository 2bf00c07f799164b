package io.timerscope.autoconfigure;

import io.timerscope.scope.Deadlines;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Ends all deadlines before the schedulers shut down, since a pool that shuts down may
 * wait for what is still in its queue.
 */
final class DeadlinesEnd implements ApplicationListener<ContextClosedEvent>, Ordered {

	private final ApplicationContext context;

	private final String name;

	private final Deadlines deadlines;

	/**
	 * Waits for the end of a context.
	 * @param name the bean that holds the deadlines; a parent's outlives this context
	 */
	DeadlinesEnd(ApplicationContext context, String name, Deadlines deadlines) {
		this.context = context;
		this.name = name;
		this.deadlines = deadlines;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context && this.context.containsLocalBean(this.name)) {
			this.deadlines.close();
		}
	}

}
