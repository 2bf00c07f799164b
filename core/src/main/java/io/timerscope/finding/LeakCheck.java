package io.timerscope.finding;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.timerscope.LeakGroup;
import io.timerscope.LedgerReader;

/** Sees live tasks that outlived their owner, or that nobody can end. */
final class LeakCheck {

	static final Set<FindingKind> KINDS = EnumSet.of(FindingKind.OUTLIVED_REQUEST, FindingKind.OUTLIVED_SESSION,
			FindingKind.OUTLIVED_BEAN, FindingKind.OUTLIVED_SCOPE, FindingKind.ABANDONED);

	private final LedgerReader ledger;

	LeakCheck(LedgerReader ledger) {
		this.ledger = ledger;
	}

	List<Observation> look() {
		return this.ledger.leaks()
			.stream()
			.map((group) -> new Observation(FindingKind.of(group.reason()), group.site().toString(), group.scheduler(),
					group.count(), group.since(), evidence(group), advice(group)))
			.toList();
	}

	private static String evidence(LeakGroup group) {
		boolean one = group.count() == 1;
		String age = Words.duration(group.age());
		return switch (group.reason()) {
			case ABANDONED ->
				one ? "1 periodic task runs on and nobody holds its future any more; it was scheduled " + age + " ago"
						: group.count() + " periodic tasks run on and nobody holds their futures any more; "
								+ "the oldest was scheduled " + age + " ago";
			case OUTLIVED_REQUEST, OUTLIVED_SESSION, OUTLIVED_BEAN, OUTLIVED_SCOPE -> {
				String owners = owners(group);
				yield one ? "1 task is still live although " + owners + " ended " + age + " ago" : group.count()
						+ " tasks are still live although " + owners + " ended; the oldest ended " + age + " ago";
			}
		};
	}

	private static String owners(LeakGroup group) {
		String what = switch (group.reason()) {
			case OUTLIVED_SESSION -> "session ";
			case OUTLIVED_BEAN -> "bean ";
			case OUTLIVED_SCOPE -> "scope ";
			case OUTLIVED_REQUEST, ABANDONED -> "";
		};
		return what + String.join(", ", group.owners()) + (group.moreOwners() ? " and others" : "");
	}

	private static String advice(LeakGroup group) {
		return switch (group.reason()) {
			case OUTLIVED_REQUEST -> "keep the ScheduledFuture and cancel it when the request completes, "
					+ "or set timerscope.requests.on-end=cancel";
			case OUTLIVED_SESSION -> "keep the ScheduledFuture and cancel it when the session closes, "
					+ "or set timerscope.sessions.on-end=cancel";
			case OUTLIVED_BEAN -> "keep the ScheduledFuture and cancel it in a @PreDestroy method of the bean, "
					+ "or set timerscope.beans.on-destroy=cancel";
			case OUTLIVED_SCOPE -> "schedule it through the scope, which cancels it when it closes, "
					+ "or through scopes.application() if it is meant to live on";
			case ABANDONED -> "keep the ScheduledFuture and cancel it when the work is over; if the task is meant to "
					+ "live as long as the application, say so with @ApplicationLifetime or name the site in "
					+ "timerscope.ignore";
		};
	}

}
