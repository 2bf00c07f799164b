package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;

/**
 * Tells the ends that come with the end of the JVM from those that come in time. A
 * shutdown hook ends what there is one of; it ends nothing that is made for each object.
 */
final class JvmExits {

	private final Facts facts;

	private final Set<Object> hooks = new HashSet<>();

	JvmExits(Facts facts) {
		this.facts = facts;
		Set<Object> roots = facts.groups().rootsOf(facts.hooks());
		facts.groups().members().forEach((root, members) -> {
			if (roots.contains(root)) {
				this.hooks.addAll(members);
			}
		});
	}

	/** The ends that come before the JVM's own, if the value needs one. */
	List<Effect> inTime(List<Object> value, List<Effect> ends, SchedulerTypes types) {
		if (this.hooks.isEmpty() || ends.stream().noneMatch((end) -> isInHook(end.path()))
				|| value.stream().anyMatch((it) -> it instanceof Symbol symbol && ASTHelpers.isStatic(symbol))) {
			return ends;
		}
		List<Effect> inTime = new ArrayList<>();
		for (Effect end : ends) {
			if (!isInHook(end.path()) || isMadeOnce(end.path(), new Singletons(types))) {
				inTime.add(end);
			}
		}
		return inTime;
	}

	private boolean isInHook(TreePath end) {
		for (Tree around : end) {
			if (this.hooks.contains(around)) {
				return true;
			}
		}
		return false;
	}

	private boolean isMadeOnce(TreePath end, Singletons singletons) {
		return Places.isStatic(end) || singletons.isInside(end)
				|| Places.classes(end).stream().anyMatch(this.facts.madeInMain()::contains);
	}

}
