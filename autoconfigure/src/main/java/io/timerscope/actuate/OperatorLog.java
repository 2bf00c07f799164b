package io.timerscope.actuate;

import java.security.Principal;

import io.timerscope.CancelledTasks;
import io.timerscope.PlainText;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.actuate.endpoint.SecurityContext;

/** Logs what an operator changed, and who it was where that is known. */
final class OperatorLog {

	private static final Log LOG = LogFactory.getLog("io.timerscope.operator");

	private OperatorLog() {
	}

	static void cancelled(SecurityContext security, String id) {
		log(security, "cancelled task " + id);
	}

	static void cancelled(SecurityContext security, TimersParameters which, CancelledTasks tasks) {
		log(security, "cancelled " + tasks.cancelled() + " of " + tasks.matched() + " tasks (" + which + ")");
	}

	static void added(SecurityContext security, RuleDescriptor rule) {
		log(security, "added rule " + rule.number() + " for " + rule.site());
	}

	static void removed(SecurityContext security, String number) {
		log(security, "took back rule " + number);
	}

	static void acknowledged(SecurityContext security, String finding) {
		log(security, "acknowledged finding " + finding);
	}

	private static void log(SecurityContext security, String what) {
		Principal principal = security.getPrincipal();
		LOG.info(PlainText
			.of("Timerscope: " + ((principal == null) ? "an operator" : principal.getName()) + " " + what));
	}

}
