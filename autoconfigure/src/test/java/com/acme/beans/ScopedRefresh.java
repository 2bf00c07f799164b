package com.acme.beans;

import java.time.Duration;

import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScopes;
import jakarta.annotation.PostConstruct;

/** Lets its task end with itself. */
public class ScopedRefresh {

	private final TaskScopes scopes;

	private TaskHandle handle;

	public ScopedRefresh(TaskScopes scopes) {
		this.scopes = scopes;
	}

	@PostConstruct
	public void start() {
		this.handle = this.scopes.bean(this).every(Duration.ofHours(1), this::refresh);
	}

	public TaskHandle handle() {
		return this.handle;
	}

	private void refresh() {
	}

}
