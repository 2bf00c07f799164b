package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Schedule;
import io.timerscope.errorprone.unit.TaskBodies;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Recognizes tasks that serve one of many objects, each with a life shorter than the
 * scheduler's.
 */
public final class PerObjectTasks {

	private static final Set<String> ENTRIES = Set.of("put", "add", "putIfAbsent", "computeIfAbsent");

	private final UnitModel unit;

	private final TaskBodies bodies;

	public PerObjectTasks(UnitModel unit) {
		this.unit = unit;
		this.bodies = new TaskBodies(unit);
	}

	/**
	 * Whether the method that schedules also enters the task's object into a collection
	 * that another method takes single entries out of.
	 */
	public boolean isForOneOfMany(Schedule schedule) {
		MethodTree method = Places.method(schedule.path());
		if (method == null || !schedule.isPeriodic()) {
			return false;
		}
		Set<VarSymbol> held = heldParameters(schedule, ASTHelpers.getSymbol(method));
		return !held.isEmpty()
				&& registers(method, held).stream().anyMatch((field) -> isTakenOutElsewhere(field, schedule.path()));
	}

	/**
	 * Whether the task holds an object that the method was passed, whatever starts it.
	 */
	public boolean holdsWhatItWasPassed(Schedule schedule) {
		MethodSymbol method = Places.methodSymbol(schedule.path());
		return method != null && !LifecycleNames.isStart(method.getSimpleName().toString())
				&& heldParameters(schedule, method).stream().anyMatch((parameter) -> hasLifeOfItsOwn(parameter.type));
	}

	/**
	 * Whether each call of an open method gives the scheduler one more task, for more
	 * than the code that it is passed.
	 */
	boolean isOneForEachCall(Schedule schedule) {
		MethodSymbol method = Places.methodSymbol(schedule.path());
		return method != null && !method.isConstructor() && heldParameters(schedule, method).stream()
			.anyMatch((held) -> !this.unit.javac().isFunctionalInterface(held.type.tsym));
	}

	private Set<VarSymbol> heldParameters(Schedule schedule, MethodSymbol method) {
		Set<VarSymbol> held = new HashSet<>(method.getParameters());
		Set<Symbol> mentioned = new HashSet<>();
		this.bodies.of(schedule).forEach((body) -> mentioned.addAll(Mentions.of(body)));
		for (Group task : this.unit.groups(schedule.task())) {
			task.expressions()
				.filter(NewClassTree.class::isInstance)
				.flatMap((made) -> ((NewClassTree) made).getArguments().stream())
				.forEach((argument) -> mentioned.addAll(Mentions.of(argument)));
		}
		held.retainAll(mentioned);
		return held;
	}

	/** An object with state; not a number, a text or a function. */
	private boolean hasLifeOfItsOwn(Type type) {
		return !type.isPrimitive() && !type.tsym.getQualifiedName().toString().startsWith("java.")
				&& !this.unit.javac().isFunctionalInterface(type.tsym);
	}

	private Set<VarSymbol> registers(MethodTree method, Set<VarSymbol> held) {
		Set<VarSymbol> collections = new HashSet<>();
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				ExpressionTree receiver = ASTHelpers.getReceiver(call);
				if (receiver != null && ENTRIES.contains(ASTHelpers.getSymbol(call).getSimpleName().toString())
						&& ASTHelpers.getSymbol(receiver) instanceof VarSymbol field
						&& field.owner instanceof Symbol.ClassSymbol
						&& call.getArguments()
							.stream()
							.anyMatch((argument) -> Mentions.of(argument).stream().anyMatch(held::contains))) {
					collections.add(field);
				}
				return super.visitMethodInvocation(call, null);
			}

		}.scan(method.getBody(), null);
		return collections;
	}

	private boolean isTakenOutElsewhere(VarSymbol collection, TreePath schedule) {
		List<TreePath> uses = this.unit.readsOf(collection);
		return uses.stream()
			.anyMatch((use) -> use.getParentPath().getLeaf() instanceof MemberSelectTree select
					&& select.getIdentifier().contentEquals("remove") && !Places.isSameMethod(use, schedule));
	}

}
