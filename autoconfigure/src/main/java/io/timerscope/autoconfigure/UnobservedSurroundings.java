package io.timerscope.autoconfigure;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.scope.Surroundings;
import io.timerscope.scope.Timetable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The surroundings of scopes where nothing is followed: each scope has an owner of its
 * own, and only the scope itself ends its tasks.
 */
final class UnobservedSurroundings implements Surroundings {

	private final TaskLedger ledger;

	private final ScopeSurroundings schedulers;

	UnobservedSurroundings(TaskLedger ledger, ListableBeanFactory beans) {
		this.ledger = ledger;
		this.schedulers = new ScopeSurroundings(beans);
	}

	@Override
	public Timetable timetable() {
		return this.schedulers.timetable();
	}

	@Override
	public Timetable timetable(Object scheduler) {
		return this.schedulers.timetable(scheduler);
	}

	@Override
	public Owner request() {
		return this.ledger.openOwner(OwnerKind.REQUEST, "a request");
	}

	@Override
	public Owner session(Object session) {
		return this.ledger.openOwner(OwnerKind.SESSION, "a session");
	}

	@Override
	public Owner bean(Object bean) {
		return this.ledger.openOwner(OwnerKind.BEAN, bean.getClass().getName());
	}

}
