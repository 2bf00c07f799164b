package io.timerscope.errorprone.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.judge.Outcomes.Outcome;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.fix.SchedulerFixes;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says who has to end a scheduler, and whether anybody can.
 */
public final class Ownership {

	private final UnitModel unit;

	private final Singletons singletons;

	public Ownership(UnitModel unit) {
		this.unit = unit;
		this.singletons = new Singletons(unit.types());
	}

	public @Nullable Finding judge(Creation creation) {
		TreePath path = creation.path();
		Group group = withoutEndsOfOthers(creation, this.unit.groupOf(creation.tree()));
		if (Places.isInMain(path) || livesAsLongAsItsClass(path)) {
			return null;
		}
		if (isHiddenInWrapper(creation) && !isInBeanMethod(path)) {
			return finding(creation, group,
					"This scheduler is hidden in a ConcurrentTaskScheduler, which never ends it;"
							+ " keep it, or make it a bean of its own, so that it can be shut down")
				.with(new SchedulerFixes(creation)::makeBean);
		}
		if (creation.kind() == Creation.Kind.SWING && !new SwingTimers(this.unit).ticks(creation, group)) {
			return null;
		}
		if (isHiddenInCache(creation) && !this.singletons.isInside(path)) {
			return finding(creation, group, "This scheduler is hidden in the Scheduler of a cache, which never ends it;"
					+ " keep it, so that it can be shut down with the cache");
		}
		MethodInvocationTree call = Places.calledOn(path);
		if (call != null) {
			return isUsedOnTheSpot(call) ? finding(creation, group, "Nobody keeps this scheduler: after this"
					+ " call no code can " + creation.kind().end() + " it, and its thread stays") : null;
		}
		if (!group.hasEnd()) {
			return judgeKept(creation, group);
		}
		Optional<VarSymbol> half = new HalfStores(this.unit).fieldOf(creation, group);
		if (half.isPresent()) {
			return finding(creation, group,
					half.get().getSimpleName() + " gets this scheduler on one condition only; on"
							+ " the other nobody can " + creation.kind().end() + " it, and its thread stays");
		}
		Optional<VarSymbol> sibling = this.singletons.isInside(path) ? Optional.empty()
				: new Siblings(this.unit).endedWithout(creation, group);
		if (sibling.isPresent()) {
			return finding(creation, group, "The end of this class ends " + sibling.get().getSimpleName()
					+ ", and not this scheduler, whose thread stays");
		}
		Finding missed = new SchedulerWaysOut(this.unit).judge(creation, group);
		if (missed != null) {
			return missed;
		}
		Optional<MethodSymbol> forgotten = group.escapes() ? Optional.empty()
				: new Resets(this.unit).forgottenIn(group).or(() -> new Resets(this.unit).removedIn(group));
		if (forgotten.isPresent()) {
			return finding(creation, group, forgotten.get().getSimpleName() + "() lets go of this scheduler without "
					+ creation.kind().end() + ", so its thread stays");
		}
		return judgeReplaced(creation, group);
	}

	/**
	 * Two fields that one variable stands for by turns: the end of one is not the end of
	 * the other.
	 */
	private Group withoutEndsOfOthers(Creation creation, Group group) {
		VarSymbol own = finalFieldOf(creation);
		if (own == null || this.unit.creationsIn(group).size() < 2) {
			return group;
		}
		List<Object> others = this.unit.creationsIn(group)
			.stream()
			.filter((other) -> !other.equals(creation))
			.map((other) -> (Object) finalFieldOf(other))
			.filter(Objects::nonNull)
			.toList();
		return new Group(group.members(),
				group.ends().stream().filter((end) -> !others.containsAll(end.nodes())).toList(), group.escapes());
	}

	private static @Nullable VarSymbol finalFieldOf(Creation creation) {
		Tree target = Places.outsideParentheses(creation.path()).getParentPath().getLeaf();
		VarSymbol field = (target instanceof VariableTree variable) ? ASTHelpers.getSymbol(variable) : null;
		return (field != null && field.owner instanceof ClassSymbol && (field.flags() & Flags.FINAL) != 0) ? field
				: null;
	}

	private @Nullable Finding judgeReplaced(Creation creation, Group group) {
		Optional<VarSymbol> lost = new Overwrites(this.unit).lostField(creation.path());
		if (lost.isEmpty() && !group.escapes()) {
			lost = new Slots(this.unit).replaced(group).map(Slots.Store::field);
		}
		if (lost.isPresent()) {
			return finding(creation, group,
					"If this method runs twice, " + lost.get().getSimpleName()
							+ " forgets a scheduler that nothing can " + creation.kind().end()
							+ " any more; end the old one first");
		}
		Optional<VarSymbol> flag = new MissedEnds(this.unit).flagRaisedAfterTasks(group);
		if (flag.isPresent()) {
			return finding(creation, group, "Every end of this scheduler depends on " + flag.get().getSimpleName()
					+ ", which is still false when it is made; if it never becomes true, its thread stays");
		}
		boolean idle = creation.kind() == Creation.Kind.JDK_TIMER && this.unit.schedules()
			.stream()
			.noneMatch((task) -> task.isPeriodic() && this.unit.groups(task.receiver()).contains(group));
		if (!idle && new Phases(this.unit).endsOnlyToReplace(group, creation.path())) {
			return finding(creation, group,
					"This scheduler is ended only when the next one replaces it, so the thread of the last one stays");
		}
		Outcome missing = group.escapes() ? null : Outcomes.missing(group.ends());
		return (missing != null) ? finding(creation, group,
				"This scheduler is ended only "
						+ ((missing == Outcome.FAILURE) ? "if all goes well" : "after a failure")
						+ ", and its thread stays otherwise")
				: null;
	}

	private @Nullable Finding judgeKept(Creation creation, Group group) {
		List<VarSymbol> fields = group.fields().toList();
		if (fields.isEmpty()) {
			return finding(creation, group,
					"No " + creation.kind().end() + " was found for this scheduler, and nothing"
							+ " outside this method can reach it; its thread stays")
				.with(new SchedulerFixes(creation)::makeBean);
		}
		if (fields.stream().anyMatch((field) -> ASTHelpers.isStatic(field) && isFilledOnce(field, creation))) {
			return null;
		}
		if (fields.stream().anyMatch((field) -> this.singletons.keepsItself(field.enclClass()))) {
			return null;
		}
		String name = fields.get(0).getSimpleName().toString();
		Finding finding = finding(creation, group,
				"Nothing in this file calls " + name + "." + creation.kind().end()
						+ "(), and no other code can reach it; its thread stays when the object is gone")
			.with((state) -> this.unit.mayComeFromOutside(group) ? new SchedulerFixes(creation).makeBean(state)
					: new SchedulerFixes(creation).endWithItsObject(fields.get(0), state));
		return fields.stream()
			.allMatch((field) -> this.singletons.isSingleton(field.enclClass())
					|| this.unit.isMadeInMain(field.enclClass())) ? finding.asSuggestion() : finding;
	}

	private Finding finding(Creation creation, Group group, String message) {
		return Finding.of(creation.path(), group, message);
	}

	/** {@code static final} with initializer, or a static initializer. */
	private boolean livesAsLongAsItsClass(TreePath path) {
		if (Places.method(path) != null) {
			return false;
		}
		return Places.isStatic(path);
	}

	/** A static field that is filled once, when it is first needed. */
	private static boolean isFilledOnce(VarSymbol field, Creation creation) {
		return (field.flags() & Flags.FINAL) != 0 || Places.conditions(creation.path())
			.stream()
			.anyMatch((condition) -> Mentions.of(condition).contains(field));
	}

	private boolean isHiddenInWrapper(Creation creation) {
		Tree parent = Places.outsideParentheses(creation.path()).getParentPath().getLeaf();
		return parent instanceof NewClassTree wrapper && creation.tree() != wrapper && this.unit.types()
			.isAny(ASTHelpers.getType(wrapper), "org.springframework.scheduling.concurrent.ConcurrentTaskScheduler");
	}

	/** {@code Scheduler.forScheduledExecutorService(new …)} of Caffeine. */
	private static boolean isHiddenInCache(Creation creation) {
		Tree parent = Places.outsideParentheses(creation.path()).getParentPath().getLeaf();
		return parent instanceof MethodInvocationTree call
				&& ASTHelpers.getSymbol(call).getSimpleName().contentEquals("forScheduledExecutorService");
	}

	private boolean isUsedOnTheSpot(MethodInvocationTree call) {
		String name = ASTHelpers.getSymbol(call).getSimpleName().toString();
		return !LifecycleNames.endsReceiver(name) && !this.unit.types().isScheduler(ASTHelpers.getType(call));
	}

	private static boolean isInBeanMethod(TreePath path) {
		MethodSymbol method = Places.methodSymbol(path);
		return method != null && Singletons.isAnnotated(method, List.of("Bean", "Produces", "Provides"));
	}

}
