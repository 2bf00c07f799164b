package io.timerscope.errorprone;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.LinkType;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import io.timerscope.errorprone.unit.Delays;
import io.timerscope.errorprone.judge.Finding;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * What a delayed executor was given waits in a queue that nobody can take it out of.
 *
 * @since 0.1.0
 */
@BugPattern(summary = "What a delayed executor is given cannot be taken back until its time has come",
		severity = SeverityLevel.SUGGESTION, linkType = LinkType.CUSTOM, link = Pages.FOLDER + "UncancellableDelay.md",
		tags = BugPattern.StandardTags.PERFORMANCE)
public final class UncancellableDelay extends TimerscopeCheck {

	private static final long serialVersionUID = 1L;

	private static final Set<String> PAUSES = Set.of("delay", "backoff", "retry", "wait", "pause", "sleep", "jitter");

	@Override
	boolean isAboutAnEnd() {
		return false;
	}

	@Override
	void check(UnitModel unit, List<Finding> findings) {
		for (TreePath path : unit.delays()) {
			MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
			List<? extends ExpressionTree> arguments = call.getArguments();
			Optional<Duration> delay = Delays.of(arguments.get(0), arguments.get(1));
			boolean isLong = delay.map((it) -> !Delays.isShort(it)).orElseGet(() -> !isPause(arguments.get(0)));
			if (isLong && !Places.isInMain(path)) {
				findings.add(Finding.of(path, unit.groupOf(call),
						"This task, and all it holds, stays in the common delay queue until it is due; schedule it on an"
								+ " executor whose handle can be cancelled"));
			}
		}
	}

	private static boolean isPause(ExpressionTree amount) {
		if (ASTHelpers.constValue(amount) != null) {
			return true;
		}
		return Mentions.of(amount)
			.stream()
			.map((symbol) -> symbol.getSimpleName().toString().toLowerCase(Locale.ROOT))
			.anyMatch((name) -> PAUSES.stream().anyMatch(name::contains));
	}

}
