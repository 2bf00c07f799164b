package io.timerscope.errorprone.judge;

import java.util.Optional;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

import java.util.List;

/**
 * Finds pools that a method makes for code in other files: only here can the policy be
 * set that takes their cancelled tasks out of the queue.
 */
public final class QueueOfOthers {

	private static final String POOL = "java.util.concurrent.ScheduledThreadPoolExecutor";

	private final UnitModel unit;

	public QueueOfOthers(UnitModel unit) {
		this.unit = unit;
	}

	/** The open method that hands the pool out. */
	public Optional<MethodSymbol> handedOutBy(Creation creation) {
		Group pool = this.unit.groupOf(creation.tree());
		MethodSymbol around = Places.methodSymbol(creation.path());
		if (creation.kind() != Creation.Kind.POOL || around == null || !isPool(creation.tree()) || pool.isEnded()
				|| this.unit.isMaintained(pool, "setRemoveOnCancelPolicy")
				|| (pool.fields().findAny().isPresent() && this.unit.schedules()
					.stream()
					.anyMatch((schedule) -> this.unit.groups(schedule.receiver()).contains(pool)))) {
			return Optional.empty();
		}
		return pool.methods()
			.filter((method) -> method == around && this.unit.declarations().isCalledFromOutside(method)
					&& this.unit.types().isScheduler(method.getReturnType())
					&& !Singletons.isAnnotated(method, List.of("Bean", "Produces")))
			.findFirst();
	}

	/** A pool of the JDK, or a subclass that says nothing of the policy here. */
	private boolean isPool(Tree made) {
		boolean varied = made instanceof NewClassTree creation
				&& (creation.getClassBody() != null || !this.unit.types().isAny(ASTHelpers.getType(creation), POOL));
		return !varied;
	}

}
