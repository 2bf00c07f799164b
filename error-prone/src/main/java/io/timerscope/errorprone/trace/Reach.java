package io.timerscope.errorprone.trace;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Follows the methods of the unit from one to the next, as they name each other.
 */
public final class Reach {

	private static final int DEPTH = 6;

	private final UnitModel unit;

	public Reach(UnitModel unit) {
		this.unit = unit;
	}

	/** Whether the method, or one it names, ends the value. */
	public boolean leadsToEnd(Symbol method, Group value) {
		return leads(method, (tree) -> value.ends().stream().anyMatch((end) -> Places.method(end.path()) == tree));
	}

	/** Whether the method, or one it names, contains one of the calls. */
	public boolean leadsTo(Symbol method, Collection<Tree> calls) {
		return !calls.isEmpty() && leads(method, (tree) -> containsAny(tree, calls));
	}

	/** Whether the method, or one it names, names the symbol. */
	public boolean leadsToName(Symbol method, Symbol named) {
		return leads(method, (tree) -> Mentions.of(tree).contains(named));
	}

	public boolean leads(Symbol method, Predicate<MethodTree> wanted) {
		return leads(method, wanted, new HashSet<>());
	}

	private boolean leads(Symbol method, Predicate<MethodTree> wanted, Set<Symbol> seen) {
		MethodTree tree = (method instanceof MethodSymbol) ? this.unit.declarations().method(method) : null;
		if (tree == null || tree.getBody() == null || seen.size() > DEPTH * DEPTH || !seen.add(method)) {
			return false;
		}
		return wanted.test(tree) || Mentions.of(tree.getBody()).stream().anyMatch((next) -> leads(next, wanted, seen));
	}

	public static boolean containsAny(Tree code, Collection<Tree> wanted) {
		boolean[] found = new boolean[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
				found[0] |= tree != null && wanted.contains(tree);
				return found[0] ? null : super.scan(tree, null);
			}

		}.scan(code, null);
		return found[0];
	}

}
