package io.timerscope.errorprone.trace;

import java.util.LinkedHashSet;
import java.util.Set;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * All the code of the unit that one task runs: its body, and the methods that are called
 * from there.
 */
public final class Bodies {

	private static final int DEPTH = 3;

	private final UnitModel unit;

	private final Set<Tree> code = new LinkedHashSet<>();

	private final Set<MethodSymbol> methods = new LinkedHashSet<>();

	private Bodies(UnitModel unit) {
		this.unit = unit;
	}

	public static Bodies of(Schedule schedule, UnitModel unit) {
		return of(schedule, unit, DEPTH);
	}

	/** Only what the task itself does, and the methods that it calls. */
	public static Bodies near(Schedule schedule, UnitModel unit) {
		return of(schedule, unit, 1);
	}

	private static Bodies of(Schedule schedule, UnitModel unit, int depth) {
		Bodies bodies = new Bodies(unit);
		new TaskBodies(unit).of(schedule).forEach((body) -> bodies.add(body, depth));
		if (schedule.task() != null) {
			Mentions.of(schedule.task()).forEach(bodies::addName);
		}
		return bodies;
	}

	public Set<Tree> code() {
		return this.code;
	}

	public Set<MethodSymbol> methods() {
		return this.methods;
	}

	public boolean contains(TreePath path) {
		for (Tree around : path) {
			if (this.code.contains(around)) {
				return true;
			}
		}
		return false;
	}

	public boolean names(Symbol symbol) {
		return this.code.stream().anyMatch((tree) -> Mentions.of(tree).contains(symbol));
	}

	private void addName(Symbol named) {
		if (named instanceof MethodSymbol method && this.unit.declarations().hasBody(method)) {
			this.methods.add(method);
		}
	}

	private void add(Tree body, int depth) {
		if (!this.code.add(body) || depth == 0) {
			return;
		}
		for (Symbol named : Mentions.of(body)) {
			MethodTree next = (named instanceof MethodSymbol) ? this.unit.declarations().method(named) : null;
			if (next != null && next.getBody() != null) {
				this.methods.add((MethodSymbol) named);
				add(next.getBody(), depth - 1);
			}
		}
	}

}
