package com.acme.orders;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;
import org.jspecify.annotations.Nullable;

/** Work that opens scopes, some of which outlive the call that opened them. */
public final class Imports {

	private final TaskScopes scopes;

	private final ScheduledExecutorService scheduler;

	public Imports(TaskScopes scopes, ScheduledExecutorService scheduler) {
		this.scopes = scopes;
		this.scheduler = scheduler;
	}

	/** Leaves the scope to a callback. */
	public TaskScope begin(String tenant) {
		TaskScope scope = this.scopes.open("import-of-" + tenant);
		schedule();
		return scope;
	}

	/** Opens a scope only where there is a tenant, and leaves it to a callback. */
	public @Nullable TaskScope beginIf(@Nullable String tenant) {
		TaskScope scope = null;
		if (tenant != null) {
			scope = this.scopes.open("import-of-" + tenant);
		}
		schedule();
		return scope;
	}

	public TaskScope export(String tenant) {
		TaskScope scope = this.scopes.open("export-of-" + tenant);
		schedule();
		return scope;
	}

	public void nested() {
		try (TaskScope outer = this.scopes.open("outer")) {
			try (TaskScope inner = this.scopes.open("inner")) {
				schedule();
				Runnable further = this::schedule;
				further.run();
				if (inner.isEnded() || outer.isEnded()) {
					throw new IllegalStateException("nobody has closed them");
				}
			}
			schedule();
		}
		schedule();
	}

	public ScheduledFuture<?> schedule() {
		return this.scheduler.schedule(() -> {
		}, 1, TimeUnit.HOURS);
	}

}
