package io.timerscope.errorprone.unit;

import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/**
 * Where the receiver and the arguments of a call go: into parameters of the unit, into a
 * container, to their end, or out of sight.
 */
public final class CallFlow {

	/** Methods that only look at what they are given. */
	private static final Set<String> LOOKS_ONLY = Set.of("debug", "trace", "info", "warn", "error", "log", "println",
			"print", "printf", "format", "equals", "hashCode", "valueOf", "toString", "isNull", "nonNull", "append",
			"notNull", "checkNotNull", "checkState", "checkArgument", "requireNonNull", "identityHashCode");

	private static final Set<String> KEEPS_ONLY_A_VIEW = Set.of("setScheduler", "setTaskScheduler");

	/**
	 * {@code subscribeOn(scheduler)}, {@code runAsync(task, executor)}: they never end
	 * it.
	 */
	private static final String[] RUN_ON_WHAT_THEY_ARE_GIVEN = { "org.reactivestreams.Publisher",
			"java.util.concurrent.CompletionStage" };

	private static final Set<String> UPKEEP = Set.of("setRemoveOnCancelPolicy", "purge",
			"setExecuteExistingDelayedTasksAfterShutdownPolicy", "start", "restart", "setRepeats");

	private final SchedulerTypes types;

	private final Declarations declarations;

	private final Origins origins;

	private final Facts facts;

	public CallFlow(SchedulerTypes types, Declarations declarations, Origins origins, Facts facts) {
		this.types = types;
		this.declarations = declarations;
		this.origins = origins;
		this.facts = facts;
	}

	public void invocation(MethodInvocationTree call, TreePath path, boolean schedules) {
		MethodSymbol method = ASTHelpers.getSymbol(call);
		ExpressionTree receiver = ASTHelpers.getReceiver(call);
		String name = method.getSimpleName().toString();
		if (this.declarations.contains(method)) {
			this.facts.calls().computeIfAbsent(method, Facts::newList).add(path);
			toParameters(method, call.getArguments());
			if (!this.declarations.hasBody(method)) {
				endArguments(call, path, name);
				call.getArguments().forEach(this::escape);
			}
		}
		else if (receiver != null && this.types.isContainer(ASTHelpers.getType(receiver))) {
			intoContainer(call, receiver, path);
		}
		else if (!schedules && !this.types.isContainerFactory(method)) {
			outside(call, receiver, path, name);
		}
		if (name.equals("addShutdownHook") && !call.getArguments().isEmpty()) {
			this.facts.hooks().addAll(this.origins.of(call.getArguments().get(0)));
		}
		endReceiver(receiver, path, name);
		if (receiver != null && UPKEEP.contains(name)) {
			this.facts.upkeep().add(new Effect(this.origins.of(receiver), path, name));
		}
		call.getArguments().forEach((argument) -> endByReference(call, argument, path));
	}

	public void construction(NewClassTree tree) {
		MethodSymbol constructor = ASTHelpers.getSymbol(tree);
		Type type = ASTHelpers.getType(tree);
		if (tree.getClassBody() == null && this.declarations.contains(constructor)) {
			toParameters(constructor, tree.getArguments());
		}
		else if (!this.types.isContainer(type) && !this.types.keepsOnlyAView(type) && !this.origins.isDecorator(tree)) {
			tree.getArguments().forEach(this::escape);
		}
	}

	private void toParameters(MethodSymbol method, List<? extends ExpressionTree> arguments) {
		List<VarSymbol> parameters = method.getParameters();
		for (int i = 0; i < arguments.size() && !parameters.isEmpty(); i++) {
			VarSymbol parameter = parameters.get(Math.min(i, parameters.size() - 1));
			this.facts.groups().join(List.of((Object) parameter), this.origins.of(arguments.get(i)));
		}
	}

	private void intoContainer(MethodInvocationTree call, ExpressionTree receiver, TreePath path) {
		List<Object> container = this.origins.of(receiver);
		if (this.types.carries(ASTHelpers.getType(call))) {
			this.facts.groups().join(container, List.of((Object) call));
		}
		boolean shared = isOfOthers(receiver);
		for (ExpressionTree argument : this.origins.stored(call)) {
			this.facts.groups().join(container, this.origins.of(argument));
			if (shared) {
				escape(argument);
			}
			if (argument instanceof LambdaExpressionTree lambda) {
				for (VariableTree parameter : lambda.getParameters()) {
					if (this.types.carries(ASTHelpers.getType(parameter))) {
						this.facts.groups().join(container, List.of((Object) ASTHelpers.getSymbol(parameter)));
					}
				}
			}
			else if (argument instanceof MemberReferenceTree reference) {
				intoReference(reference, container, path);
			}
		}
	}

	/**
	 * {@code session.getAttributes().put(…)}, {@code handles.add(…)} of a caller's list.
	 */
	private boolean isOfOthers(ExpressionTree container) {
		if (container instanceof MethodInvocationTree call) {
			ExpressionTree receiver = ASTHelpers.getReceiver(call);
			return receiver != null && !this.declarations.contains(ASTHelpers.getSymbol(call))
					&& !this.types.isContainer(ASTHelpers.getType(receiver));
		}
		return ASTHelpers.getSymbol(container) instanceof VarSymbol variable
				&& variable.owner instanceof MethodSymbol method && Places.isParameterOf(variable, method)
				&& this.declarations.isCalledFromOutside(method);
	}

	private void intoReference(MemberReferenceTree reference, List<Object> values, TreePath path) {
		MethodSymbol method = ASTHelpers.getSymbol(reference);
		if (LifecycleNames.endsReceiver(method.getSimpleName().toString())) {
			this.facts.end(values, path, method.getSimpleName().toString());
		}
		else if (this.declarations.contains(method)) {
			for (VarSymbol parameter : method.getParameters()) {
				this.facts.groups().join(List.of((Object) parameter), values);
			}
		}
	}

	private void outside(MethodInvocationTree call, @Nullable ExpressionTree receiver, TreePath path, String name) {
		endArguments(call, path, name);
		if (LOOKS_ONLY.contains(name) || (KEEPS_ONLY_A_VIEW.contains(name) && isRegistrar(receiver))) {
			return;
		}
		boolean onlyRuns = this.types.isAny(ASTHelpers.getSymbol(call).owner.type, RUN_ON_WHAT_THEY_ARE_GIVEN);
		for (ExpressionTree argument : call.getArguments()) {
			if (!onlyRuns || !this.types.isScheduler(ASTHelpers.getType(argument))) {
				escape(argument);
			}
		}
	}

	private boolean isRegistrar(@Nullable ExpressionTree receiver) {
		return receiver != null && this.types.isAny(ASTHelpers.getType(receiver),
				"org.springframework.scheduling.config.ScheduledTaskRegistrar");
	}

	private void escape(ExpressionTree argument) {
		this.facts.escapes().addAll(this.origins.of(argument));
	}

	private void endArguments(MethodInvocationTree call, TreePath path, String name) {
		if (LifecycleNames.endsArgument(name)) {
			for (ExpressionTree argument : call.getArguments()) {
				this.facts.end(this.origins.of(argument), path, name);
			}
		}
	}

	private void endReceiver(@Nullable ExpressionTree receiver, TreePath path, String name) {
		if (!LifecycleNames.endsReceiver(name)) {
			return;
		}
		if (receiver != null && !isThis(receiver)) {
			this.facts.end(this.origins.of(receiver), path, name);
			return;
		}
		Symbol enclosing = ASTHelpers
			.getSymbol(ASTHelpers.findEnclosingNode(path, com.sun.source.tree.ClassTree.class));
		if (enclosing != null && this.types.isHandle(enclosing.type)) {
			this.facts.selfEnding().add(enclosing);
		}
	}

	/** {@code apply(executor, ExecutorService::shutdown)}. */
	private void endByReference(MethodInvocationTree call, ExpressionTree argument, TreePath path) {
		if (argument instanceof MemberReferenceTree reference
				&& LifecycleNames.endsReceiver(reference.getName().toString())) {
			for (ExpressionTree other : call.getArguments()) {
				if (other != argument && this.types.carries(ASTHelpers.getType(other))) {
					this.facts.end(this.origins.of(other), path, reference.getName().toString());
				}
			}
		}
	}

	private static boolean isThis(ExpressionTree receiver) {
		return receiver instanceof IdentifierTree name
				&& (name.getName().contentEquals("this") || name.getName().contentEquals("super"));
	}

}
