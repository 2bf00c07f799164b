package io.timerscope.autoconfigure;

import io.timerscope.finding.Inspection;
import io.timerscope.guard.Guard;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.Ordered;

/**
 * Tells who judges when the application has started and when it ends. What the
 * application's own listeners schedule at its start still belongs to the start.
 */
final class StartAndClose implements ApplicationListener<ApplicationEvent>, Ordered {

	private static final String ARGUMENTS = "springApplicationArguments";

	private final ApplicationContext context;

	private final TaskLedger ledger;

	private final Inspection inspection;

	private final @Nullable Guard guard;

	StartAndClose(ApplicationContext context, TaskLedger ledger, Inspection inspection, @Nullable Guard guard) {
		this.context = context;
		this.ledger = ledger;
		this.inspection = inspection;
		this.guard = guard;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof ApplicationReadyEvent ready && ready.getApplicationContext() == this.context) {
			started();
		}
		else if (event instanceof ContextRefreshedEvent refreshed && refreshed.getApplicationContext() == this.context
				&& !this.context.containsBean(ARGUMENTS)) {
			started();
		}
		else if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == this.context) {
			this.inspection.closed();
		}
	}

	private void started() {
		this.ledger.started();
		this.inspection.started();
		if (this.guard != null) {
			this.guard.started();
		}
	}

}
