package io.timerscope.spring.bean;

import java.util.Set;
import java.util.TreeSet;

import io.timerscope.OwnerKind;
import io.timerscope.ledger.OwnerOnDemand;
import io.timerscope.ledger.TaskLedger;

/**
 * A bean as an owner, or several where the evidence names no single one. Several are over
 * when the last of them is.
 */
final class BeanOwner extends OwnerOnDemand {

	private static final int NAMED = 5;

	private final Set<String> beanNames;

	BeanOwner(TaskLedger ledger, Set<String> beanNames) {
		super(ledger, OwnerKind.BEAN);
		this.beanNames = beanNames;
	}

	Set<String> beanNames() {
		return this.beanNames;
	}

	boolean isOneOf(String beanName) {
		return this.beanNames.contains(beanName);
	}

	/** Ends it; with the application, which accuses nobody, or while that lives. */
	void end(boolean withApplication) {
		if (withApplication) {
			dismiss();
		}
		else {
			end();
		}
	}

	@Override
	protected String name() {
		if (this.beanNames.size() == 1) {
			return this.beanNames.iterator().next();
		}
		TreeSet<String> first = new TreeSet<>();
		for (String name : this.beanNames) {
			first.add(name);
			if (first.size() > NAMED) {
				first.pollLast();
			}
		}
		String names = String.join(", ", first);
		int more = this.beanNames.size() - NAMED;
		return "one of " + names + ((more > 0) ? " and " + more + " more" : "");
	}

}
