package io.timerscope.finding;

import io.timerscope.DurationText;
import io.timerscope.LeakReason;
import io.timerscope.Site;
import io.timerscope.Witness;
import io.timerscope.snapshot.LeakGroup;
import io.timerscope.snapshot.TaskGroup;

/** How a leak is put into words: what was seen, which witness speaks, what to do. */
final class LeakWords {

	private LeakWords() {
	}

	static String evidence(LeakGroup group) {
		TaskGroup tasks = group.tasks();
		return who(group) + witness(group) + ". " + when(group) + Words.captures(tasks) + Words.helper(tasks);
	}

	private static String who(LeakGroup group) {
		TaskGroup tasks = group.tasks();
		String count = Words.tasks(tasks);
		String are = (tasks.count() == 1) ? " is" : " are";
		return switch (group.reason()) {
			case ABANDONED -> count + are + " still scheduled";
			case OUTLIVED_REQUEST, OUTLIVED_SESSION ->
				count + " of " + Words.endedOwners(tasks) + are + " still scheduled";
			case OUTLIVED_BEAN ->
				count + " of a destroyed bean (" + Words.ownerNames(tasks) + ")" + are + " still scheduled";
			case OUTLIVED_SCOPE ->
				count + " of a closed scope (" + Words.ownerNames(tasks) + ")" + are + " still scheduled";
		};
	}

	private static String witness(LeakGroup group) {
		boolean one = group.tasks().count() == 1;
		return switch (group.witness()) {
			case STALE -> ", and what " + (one ? "it works" : "they work") + " for is over: captured "
					+ ((group.ended() == null) ? "something that has ended" : group.ended());
			case UNREACHABLE -> ", and nobody can cancel " + (one ? "it: its future was" : "them: their futures were")
					+ " garbage collected";
			case PILING_UP -> ", and such tasks pile up: left by " + group.left() + " of the last " + group.of() + " "
					+ Words.ownerNoun(group.tasks().ownerKind(), group.of());
			case OWNER_GONE -> "";
		};
	}

	private static String when(LeakGroup group) {
		TaskGroup tasks = group.tasks();
		String ago = " " + DurationText.of(tasks.age()) + " ago";
		boolean one = tasks.owners() == 1 && !tasks.moreOwners();
		return switch (group.reason()) {
			case ABANDONED -> ((tasks.count() == 1) ? "It was scheduled" : "The first was scheduled") + ago;
			case OUTLIVED_REQUEST -> (one ? "The request ended" : "The first request ended") + ago;
			case OUTLIVED_SESSION -> (one ? "The session closed" : "The first session closed") + ago;
			case OUTLIVED_BEAN -> (one ? "The bean was destroyed" : "The first bean was destroyed") + ago;
			case OUTLIVED_SCOPE -> (one ? "The scope was closed" : "The first scope was closed") + ago;
		};
	}

	static String advice(LeakGroup group) {
		Site site = group.tasks().site();
		String keep = Words.keepAndEnd(group.tasks()) + " " + CureWords.of(group);
		return (group.reason() == LeakReason.OUTLIVED_SCOPE)
				? "Schedule the task through the scope, which cancels it when it closes: scope.every(period, task). "
						+ Words.meant(site)
				: keep + longer(group) + Words.meant(site);
	}

	/** What piles up may be held, and ended by a later request. */
	private static String longer(LeakGroup group) {
		Site site = group.tasks().site();
		if (group.witness() != Witness.PILING_UP || !site.isKnown()) {
			return "";
		}
		return "If something cancels the tasks later, give the line a longer grace period, by one more rule in "
				+ "timerscope.rules: site: " + site.className() + "#" + site.methodName() + ", grace: 1h. ";
	}

}
