package io.timerscope.actuate;

import java.security.Principal;
import java.util.StringJoiner;

import io.timerscope.PlainText;
import io.timerscope.recent.LastHour;
import io.timerscope.recent.OperatorAction;
import io.timerscope.snapshot.CancelledTasks;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Logs and counts what an operator did. The log says who it was, where that is known.
 *
 * @param hour where it is counted
 */
record OperatorLog(LastHour hour) {

	private static final Log LOG = LogFactory.getLog("io.timerscope.operator");

	void cancelled(@Nullable Principal who, String id) {
		done(who, OperatorAction.CANCEL, "cancelled task " + id, 1);
	}

	void cancelled(@Nullable Principal who, TimersParameters which, CancelledTasks tasks) {
		done(who, OperatorAction.CANCEL_MANY,
				"cancelled " + tasks.cancelled() + " of " + tasks.matched() + " tasks (" + which + ")",
				tasks.cancelled());
	}

	void added(@Nullable Principal who, RuleDescriptor rule) {
		done(who, OperatorAction.ADD_RULE, "added rule " + rule.number() + " for " + rule.site() + ": " + effect(rule),
				1);
	}

	private static String effect(RuleDescriptor rule) {
		StringJoiner effect = new StringJoiner(", ");
		add(effect, "onOwnerEnd", rule.onOwnerEnd());
		add(effect, "grace", rule.grace());
		add(effect, "maxLive", rule.maxLive());
		add(effect, "stuckAfter", rule.stuckAfter());
		add(effect, "ignore", rule.ignore());
		return effect.toString();
	}

	private static void add(StringJoiner effect, String name, @Nullable Object value) {
		if (value != null) {
			effect.add(name + "=" + value);
		}
	}

	void removed(@Nullable Principal who, String number) {
		done(who, OperatorAction.REMOVE_RULE, "took back rule " + number, 1);
	}

	void acknowledged(@Nullable Principal who, String finding) {
		done(who, OperatorAction.ACKNOWLEDGE, "acknowledged finding " + finding, 1);
	}

	/** Changes nothing, so it is not counted. */
	void measured(KeptDescriptor kept) {
		log(null, "measured what leaked tasks keep: " + kept.words());
	}

	private void done(@Nullable Principal who, OperatorAction action, String what, long count) {
		this.hour.acted(action, what, count);
		log(who, what);
	}

	private static void log(@Nullable Principal who, String what) {
		LOG.info(PlainText.of("Timerscope: " + ((who == null) ? "an operator" : who.getName()) + " " + what));
	}

}
