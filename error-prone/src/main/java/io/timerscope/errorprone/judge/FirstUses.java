package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Tells what a handler begins at its first call, or once for each key, from what it
 * begins each time.
 */
public final class FirstUses {

	private static final List<String> ONCE = List.of("computeifabsent", "compute", "updateandget", "getandupdate",
			"accumulateandget", "getandaccumulate", "memoize", "orelseget", "lazy", "requirenonnullelseget",
			"getorload", "getorcreate", "callonce");

	private static final List<String> CHANGES = List.of("add", "put", "set", "compareand", "getand", "increment",
			"tryacquire", "trylock", "offer", "push", "replace", "merge", "compute", "register", "mark", "update",
			"countdown");

	private static final int DEPTH = 3;

	private final UnitModel unit;

	private final Reach reach;

	public FirstUses(UnitModel unit) {
		this.unit = unit;
		this.reach = new Reach(unit);
	}

	/**
	 * Whether something on the way asks whether it is there already.
	 * @param way the place, and the calls that lead to it
	 */
	public boolean decide(List<TreePath> way) {
		return way.stream()
			.anyMatch((place) -> isInOnceOnly(place)
					|| Places.guards(place).stream().anyMatch((condition) -> isChangedOn(way, condition))
					|| isChosen(place, way));
	}

	/** {@code map.computeIfAbsent(key, it -> schedule(…))}. */
	private static boolean isInOnceOnly(TreePath place) {
		for (TreePath at = place; at.getParentPath() != null; at = at.getParentPath()) {
			Tree leaf = at.getLeaf();
			if (leaf instanceof MethodTree) {
				return false;
			}
			if ((leaf instanceof LambdaExpressionTree || leaf instanceof MemberReferenceTree)
					&& at.getParentPath().getLeaf() instanceof MethodInvocationTree call
					&& call.getArguments().contains(leaf)) {
				String name = ASTHelpers.getSymbol(call).getSimpleName().toString().toLowerCase(Locale.ROOT);
				if (ONCE.stream().anyMatch(name::startsWith)) {
					return true;
				}
			}
		}
		return false;
	}

	/** {@code task != null ? task : schedule(…)}. */
	private boolean isChosen(TreePath place, List<TreePath> way) {
		for (TreePath at = place; at.getParentPath() != null; at = at.getParentPath()) {
			if (at.getLeaf() instanceof MethodTree) {
				return false;
			}
			if (at.getParentPath().getLeaf() instanceof ConditionalExpressionTree choice
					&& choice.getCondition() != at.getLeaf() && isChangedOn(way, choice.getCondition())) {
				return true;
			}
		}
		return false;
	}

	/** Whether the condition asks for state that the same code changes. */
	private boolean isChangedOn(List<TreePath> way, ExpressionTree condition) {
		return fieldsIn(condition, DEPTH, new HashSet<>()).stream()
			.anyMatch((field) -> way.stream().anyMatch((place) -> isChangedIn(Places.methodSymbol(place), field)));
	}

	private boolean isChangedIn(@Nullable MethodSymbol method, VarSymbol field) {
		return method != null && this.reach.leads(method,
				(tree) -> this.unit.writesOf(field).stream().anyMatch((write) -> isIn(write, tree))
						|| this.unit.readsOf(field).stream().anyMatch((use) -> isIn(use, tree) && isChange(use)));
	}

	private static boolean isIn(TreePath use, MethodTree method) {
		return Places.method(use) == method;
	}

	private static boolean isChange(TreePath use) {
		if (!(use.getParentPath().getLeaf() instanceof MemberSelectTree select)) {
			return false;
		}
		String name = select.getIdentifier().toString().toLowerCase(Locale.ROOT);
		return CHANGES.stream().anyMatch(name::startsWith);
	}

	/** The fields that the condition depends on, through locals and methods. */
	private Set<VarSymbol> fieldsIn(Tree code, int depth, Set<Symbol> seen) {
		Set<VarSymbol> fields = new HashSet<>();
		for (Symbol symbol : Mentions.of(code)) {
			if (!seen.add(symbol)) {
				continue;
			}
			if (symbol instanceof VarSymbol field && field.owner instanceof ClassSymbol) {
				fields.add(field);
			}
			Tree behind = (depth > 0) ? behind(symbol) : null;
			if (behind != null) {
				fields.addAll(fieldsIn(behind, depth - 1, seen));
			}
		}
		return fields;
	}

	/** What a local begins with, or what a method does. */
	private @Nullable Tree behind(Symbol symbol) {
		TreePath path = this.unit.declarations().find(symbol);
		Tree declared = (path != null) ? path.getLeaf() : null;
		if (declared instanceof VariableTree local && !(symbol.owner instanceof ClassSymbol)) {
			return local.getInitializer();
		}
		return (declared instanceof MethodTree method) ? method.getBody() : null;
	}

}
