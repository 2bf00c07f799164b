package io.timerscope.record;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerSource;
import io.timerscope.Site;
import io.timerscope.TrackingPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The run of a one-shot whose owner has ended. The thread works for nobody, yet a task
 * that the run schedules goes on with what the owner began, and so belongs to it.
 *
 * @param ended the owner
 * @param site where the one-shot was scheduled
 * @param policy the user's decision
 */
public record Succession(TaskOwner ended, Site site, TrackingPolicy policy) implements OwnerSource {

	/**
	 * What a run works for after the end of its owner.
	 * @return the succession, or {@code null} if it works for nobody: since it is
	 * periodic, and needs no successor, or since it is meant to go on
	 */
	static @Nullable Succession of(TaskRecord record, TrackingPolicy policy) {
		Site site = record.site();
		boolean passesOn = !record.isPeriodic() && !site.livesWithApplication() && !policy.ignores(site);
		return passesOn ? new Succession(record.owner(), site, policy) : null;
	}

	@Override
	public @Nullable Owner owner() {
		return null;
	}

	/** The same origin for the owner, unless that would end what goes on by a rule. */
	public CallOrigin inherited(CallOrigin callOrigin, SchedulerRecord scheduler) {
		Site successor = callOrigin.site();
		OwnerKind kind = this.ended.kind();
		if (this.policy.cancelsOnOwnerEnd(kind, successor) && !this.policy.cancelsOnOwnerEnd(kind, this.site)) {
			return callOrigin;
		}
		return new CallOrigin(scheduler.counts().of(successor, kind), this.ended, callOrigin.refusal(),
				callOrigin.siteInferred());
	}

}
