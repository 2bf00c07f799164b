package io.timerscope.actuate;

import java.security.Principal;

import io.timerscope.PlainText;
import io.timerscope.snapshot.CancelledTasks;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** Logs what an operator changed, and who it was where that is known. */
final class OperatorLog {

	private static final Log LOG = LogFactory.getLog("io.timerscope.operator");

	private OperatorLog() {
	}

	static void cancelled(@Nullable Principal who, String id) {
		log(who, "cancelled task " + id);
	}

	static void cancelled(@Nullable Principal who, TimersParameters which, CancelledTasks tasks) {
		log(who, "cancelled " + tasks.cancelled() + " of " + tasks.matched() + " tasks (" + which + ")");
	}

	static void added(@Nullable Principal who, RuleDescriptor rule) {
		log(who, "added rule " + rule.number() + " for " + rule.site());
	}

	static void removed(@Nullable Principal who, String number) {
		log(who, "took back rule " + number);
	}

	static void acknowledged(@Nullable Principal who, String finding) {
		log(who, "acknowledged finding " + finding);
	}

	private static void log(@Nullable Principal who, String what) {
		LOG.info(PlainText.of("Timerscope: " + ((who == null) ? "an operator" : who.getName()) + " " + what));
	}

}
