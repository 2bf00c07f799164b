package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the code that a scheduled task runs, as far as it stands in the same compilation
 * unit.
 */
public final class TaskBodies {

	private static final Set<String> ENTRIES = Set.of("run", "call", "accept", "get");

	private final UnitModel unit;

	public TaskBodies(UnitModel unit) {
		this.unit = unit;
	}

	/** Lambda bodies and method bodies, empty if the task comes from elsewhere. */
	public List<Tree> of(Schedule schedule) {
		List<Tree> bodies = new ArrayList<>();
		ExpressionTree task = schedule.task();
		if (task instanceof IdentifierTree self && self.getName().contentEquals("this")) {
			List<ClassSymbol> classes = Places.classes(schedule.path());
			addEntry(classes.isEmpty() ? null : classes.get(0), bodies);
		}
		else if (task != null) {
			for (Group group : this.unit.groups(task)) {
				group.expressions().forEach((expression) -> add(expression, bodies));
			}
			if (bodies.isEmpty()) {
				addEntry(classOf(task), bodies);
			}
		}
		return bodies;
	}

	/** The class of the unit that the task is declared to be. */
	private static @Nullable ClassSymbol classOf(ExpressionTree task) {
		Type type = ASTHelpers.getType(task);
		return (type != null && type.tsym instanceof ClassSymbol symbol) ? symbol : null;
	}

	private void add(Tree expression, List<Tree> bodies) {
		if (expression instanceof LambdaExpressionTree lambda) {
			bodies.add(lambda.getBody());
		}
		else if (expression instanceof MemberReferenceTree reference) {
			addMethod(ASTHelpers.getSymbol(reference), bodies);
		}
		else if (expression instanceof NewClassTree creation && creation.getClassBody() != null) {
			addEntry(ASTHelpers.getSymbol(creation.getClassBody()), bodies);
		}
		else if (expression instanceof NewClassTree creation
				&& ASTHelpers.getSymbol(creation.getIdentifier()) instanceof ClassSymbol type) {
			addEntry(type, bodies);
		}
	}

	private void addMethod(MethodSymbol method, List<Tree> bodies) {
		MethodTree tree = this.unit.declarations().method(method);
		if (tree != null && tree.getBody() != null) {
			bodies.add(tree.getBody());
		}
	}

	private void addEntry(@Nullable ClassSymbol type, List<Tree> bodies) {
		TreePath path = (type != null) ? this.unit.declarations().classPath(type) : null;
		if (path == null) {
			return;
		}
		for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
			if (member instanceof MethodTree method && method.getBody() != null
					&& ENTRIES.contains(method.getName().toString())) {
				bodies.add(method.getBody());
			}
		}
	}

	/** The methods of the unit that a piece of code names, in any way. */
	public List<MethodSymbol> methodsNamedIn(Tree code) {
		List<MethodSymbol> methods = new ArrayList<>();
		for (Symbol symbol : Mentions.of(code)) {
			if (symbol instanceof MethodSymbol method && this.unit.declarations().hasBody(method)) {
				methods.add(method);
			}
		}
		return methods;
	}

}
