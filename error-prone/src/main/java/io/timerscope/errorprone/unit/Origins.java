package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of an expression may come from: symbols of the compilation unit, and
 * expressions that make a value or fetch one from outside.
 */
public final class Origins {

	private final Declarations declarations;

	private final SchedulerTypes types;

	private final Factories factories;

	Origins(Declarations declarations, SchedulerTypes types, Factories factories) {
		this.declarations = declarations;
		this.types = types;
		this.factories = factories;
	}

	public List<Object> of(@Nullable Tree expression) {
		List<Object> found = new ArrayList<>(2);
		collect(expression, found);
		return found;
	}

	private void collect(@Nullable Tree tree, Collection<Object> found) {
		if (tree == null || isPlain(tree)) {
			return;
		}
		if (tree instanceof ParenthesizedTree inner) {
			collect(inner.getExpression(), found);
		}
		else if (tree instanceof TypeCastTree cast) {
			collect(cast.getExpression(), found);
		}
		else if (tree instanceof ConditionalExpressionTree choice) {
			collect(choice.getTrueExpression(), found);
			collect(choice.getFalseExpression(), found);
		}
		else if (tree instanceof AssignmentTree assignment) {
			collect(assignment.getVariable(), found);
			collect(assignment.getExpression(), found);
		}
		else if (tree instanceof ArrayAccessTree access) {
			collect(access.getExpression(), found);
		}
		else if (tree instanceof NewArrayTree array && array.getInitializers() != null) {
			array.getInitializers().forEach((element) -> collect(element, found));
		}
		else if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
			Symbol symbol = ASTHelpers.getSymbol(tree);
			if (symbol instanceof VarSymbol && !symbol.getSimpleName().contentEquals("this")) {
				found.add(symbol);
			}
		}
		else if (tree instanceof MethodInvocationTree call) {
			collectCall(call, found);
		}
		else if (tree instanceof NewClassTree creation) {
			found.add(creation);
			if (this.types.isContainer(ASTHelpers.getType(creation)) || isDecorator(creation)) {
				creation.getArguments().forEach((argument) -> collect(argument, found));
			}
		}
		else if (tree instanceof MemberReferenceTree reference) {
			Symbol symbol = ASTHelpers.getSymbol(reference);
			found.add(reference);
			if (symbol != null && this.declarations.contains(symbol)) {
				found.add(symbol);
			}
		}
		else if (tree instanceof LambdaExpressionTree || tree instanceof SwitchExpressionTree) {
			found.add(tree);
		}
	}

	/** A scheduler around another one: to end it is to end the other. */
	boolean isDecorator(NewClassTree creation) {
		return creation.getClassBody() == null && this.types.isScheduler(ASTHelpers.getType(creation))
				&& !this.declarations.contains(ASTHelpers.getSymbol(creation.getIdentifier()))
				&& !this.types.keepsOnlyAView(ASTHelpers.getType(creation))
				&& creation.getArguments()
					.stream()
					.anyMatch((argument) -> this.types.isExecutor(ASTHelpers.getType(argument)));
	}

	private void collectCall(MethodInvocationTree call, Collection<Object> found) {
		MethodSymbol method = ASTHelpers.getSymbol(call);
		ExpressionTree receiver = ASTHelpers.getReceiver(call);
		if (this.declarations.contains(method)) {
			found.add(this.factories.contain(method) ? call : method);
			return;
		}
		found.add(call);
		if (this.types.isContainerFactory(method)) {
			call.getArguments().forEach((argument) -> collect(argument, found));
		}
		else if (handsOn(call, receiver)) {
			collect(receiver, found);
			if (this.types.isContainer(ASTHelpers.getType(receiver))) {
				stored(call).forEach((argument) -> collect(argument, found));
			}
		}
	}

	/**
	 * The arguments of a call to a container that the container may keep or give back.
	 */
	public List<ExpressionTree> stored(MethodInvocationTree call) {
		List<ExpressionTree> stored = new ArrayList<>();
		boolean keyed = call.getArguments().size() > 1 && this.types.isAny(ASTHelpers.getReceiverType(call),
				"java.util.Map", "com.google.common.collect.Multimap", "com.google.common.cache.Cache",
				"com.github.benmanes.caffeine.cache.Cache");
		for (ExpressionTree argument : call.getArguments().subList(keyed ? 1 : 0, call.getArguments().size())) {
			if (argument instanceof LambdaExpressionTree || argument instanceof MemberReferenceTree
					|| this.types.carries(ASTHelpers.getType(argument))) {
				stored.add(argument);
			}
		}
		return stored;
	}

	private boolean handsOn(MethodInvocationTree call, @Nullable ExpressionTree receiver) {
		Type type = ASTHelpers.getType(receiver);
		if (this.types.isContainer(type)) {
			return true;
		}
		return this.types.isScheduler(type) && this.types.carries(ASTHelpers.getType(call))
				&& !this.types.isHandle(ASTHelpers.getType(call));
	}

	/** Whether the value can never be, nor hold, a scheduler or a handle. */
	private boolean isPlain(Tree tree) {
		if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
			return false;
		}
		Type type = ASTHelpers.getType(tree);
		return type == null || type.isPrimitiveOrVoid() || type.tsym == null
				|| type.tsym.getQualifiedName().contentEquals("java.lang.String");
	}

}
