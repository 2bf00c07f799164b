package io.timerscope.errorprone.unit;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import io.timerscope.errorprone.unit.Schedule.Api;
import io.timerscope.errorprone.unit.Schedule.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Knows the expressions that make a scheduler and the calls that schedule a task.
 */
public final class Recognizer {

	private static final Set<String> POOL_FACTORIES = Set.of("newScheduledThreadPool",
			"newSingleThreadScheduledExecutor");

	private static final Set<String> REACTOR_FACTORIES = Set.of("newSingle", "newParallel", "newBoundedElastic");

	private static final Set<String> ENDING_OPERATORS = Set.of("take", "takeUntil", "takeUntilOther", "takeWhile",
			"next", "first", "elementAt", "limit", "timeout", "limitRequest", "firstElement", "firstOrError", "single",
			"last", "blockFirst", "refCount", "autoConnect", "publish", "share", "zipWithIterable", "any", "all",
			"hasElement", "singleOrEmpty");

	private final SchedulerTypes types;

	public Recognizer(SchedulerTypes types) {
		this.types = types;
	}

	public @Nullable Creation creation(NewClassTree tree, TreePath path) {
		Type type = ASTHelpers.getType(tree);
		Creation.Kind kind = null;
		if (this.types.isOwn(type)) {
			kind = Creation.Kind.OWN;
		}
		else if (isDecorator(tree)) {
			return null;
		}
		else if (this.types.isAny(type, "java.util.concurrent.ScheduledThreadPoolExecutor")) {
			kind = Creation.Kind.POOL;
		}
		else if (this.types.isAny(type, "io.netty.util.concurrent.EventExecutorGroup")) {
			kind = Creation.Kind.NETTY;
		}
		else if (this.types.isAny(type, "java.util.Timer")) {
			kind = Creation.Kind.JDK_TIMER;
		}
		else if (this.types.isAny(type, SchedulerTypes.SWING_TIMER)) {
			kind = Creation.Kind.SWING;
		}
		else if (this.types.isWheelTimer(type)) {
			kind = Creation.Kind.WHEEL_TIMER;
		}
		else if (this.types.isAny(type, "org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler",
				"org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler")) {
			kind = Creation.Kind.SPRING;
		}
		else if (this.types.isAny(type, "org.springframework.scheduling.concurrent.ConcurrentTaskScheduler")
				&& tree.getArguments().isEmpty()) {
			kind = Creation.Kind.HIDDEN;
		}
		else if (this.types.isAny(type, "java.util.concurrent.ScheduledExecutorService") && comesFromALibrary(type)) {
			kind = Creation.Kind.POOL;
		}
		return (kind != null) ? new Creation(tree, path, kind) : null;
	}

	public @Nullable Creation creation(MethodInvocationTree tree, TreePath path) {
		MethodSymbol method = ASTHelpers.getSymbol(tree);
		String owner = method.owner.getQualifiedName().toString();
		String name = method.getSimpleName().toString();
		if (owner.equals("java.util.concurrent.Executors") && POOL_FACTORIES.contains(name)) {
			return new Creation(tree, path, Creation.Kind.POOL);
		}
		if (owner.equals("reactor.core.scheduler.Schedulers") && REACTOR_FACTORIES.contains(name)) {
			return new Creation(tree, path, Creation.Kind.REACTOR);
		}
		if (name.equals("build") && owner.endsWith("TaskSchedulerBuilder")) {
			return new Creation(tree, path, Creation.Kind.SPRING);
		}
		return null;
	}

	public @Nullable Schedule schedule(MethodInvocationTree tree, TreePath path) {
		MethodSymbol method = ASTHelpers.getSymbol(tree);
		String name = method.getSimpleName().toString();
		if (name.equals("subscribe") && !method.getReturnType().isPrimitiveOrVoid()) {
			return isEndlessInterval(tree) ? new Schedule(tree, path, Kind.PERIODIC, Api.REACTIVE, null, null) : null;
		}
		if (tree.getArguments().isEmpty()
				|| !(name.startsWith("schedule") || name.equals("newTimeout") || this.types.isOwn(method.owner.type))) {
			return null;
		}
		ExpressionTree receiver = ASTHelpers.getReceiver(tree);
		Type type = (receiver != null) ? ASTHelpers.getType(receiver) : method.owner.type;
		Api api = api(type);
		Kind kind = (api != null) ? kind(api, name, tree) : null;
		return (api != null && kind != null) ? new Schedule(tree, path, kind, api, receiver, tree.getArguments().get(0))
				: null;
	}

	public static boolean isDelayedExecutor(MethodInvocationTree tree) {
		MethodSymbol method = ASTHelpers.getSymbol(tree);
		return method.getSimpleName().contentEquals("delayedExecutor")
				&& method.owner.getQualifiedName().contentEquals("java.util.concurrent.CompletableFuture");
	}

	/** A scheduler made around another one, which is the one that has the threads. */
	boolean isDecorator(NewClassTree tree) {
		return tree.getArguments()
			.stream()
			.anyMatch((argument) -> this.types.isScheduler(ASTHelpers.getType(argument)));
	}

	/** Not a class of the code at hand, which may have no thread at all. */
	private static boolean comesFromALibrary(@Nullable Type type) {
		return type != null && type.tsym.outermostClass() != null && type.tsym.outermostClass().sourcefile == null;
	}

	private @Nullable Api api(@Nullable Type type) {
		if (this.types.isOwn(type)) {
			return Api.OWN;
		}
		if (this.types.isAny(type, "java.util.Timer")) {
			return Api.JDK_TIMER;
		}
		if (this.types.isWheelTimer(type)) {
			return Api.WHEEL_TIMER;
		}
		if (this.types.isAny(type, "org.springframework.scheduling.TaskScheduler")) {
			return Api.SPRING;
		}
		if (this.types.isAny(type, "java.util.concurrent.ScheduledExecutorService")) {
			return Api.EXECUTOR;
		}
		return this.types.isScheduler(type) ? Api.REACTIVE : null;
	}

	private @Nullable Kind kind(Api api, String name, MethodInvocationTree tree) {
		List<? extends ExpressionTree> arguments = tree.getArguments();
		return switch (api) {
			case EXECUTOR -> periodicByName(name) ? Kind.PERIODIC : plain(name, "schedule");
			case JDK_TIMER -> (arguments.size() == 3) ? Kind.PERIODIC : plain(name, "schedule");
			case WHEEL_TIMER -> plain(name, "newTimeout");
			case SPRING ->
				(periodicByName(name) || this.types.isAny(ASTHelpers.getType(arguments.get(arguments.size() - 1)),
						"org.springframework.scheduling.Trigger")) ? Kind.PERIODIC : plain(name, "schedule");
			case REACTIVE -> name.startsWith("schedulePeriodically") ? Kind.PERIODIC
					: (arguments.size() == 3) ? Kind.ONE_SHOT : null;
			case OWN -> periodicByName(name) ? Kind.PERIODIC : name.startsWith("schedule") ? Kind.ONE_SHOT : null;
		};
	}

	private static @Nullable Kind plain(String name, String expected) {
		return name.equals(expected) ? Kind.ONE_SHOT : null;
	}

	private static boolean periodicByName(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.contains("fixedrate") || lower.contains("fixeddelay") || lower.contains("periodic")
				|| lower.startsWith("every") || lower.startsWith("repeat");
	}

	private boolean isEndlessInterval(MethodInvocationTree subscribe) {
		MethodInvocationTree at = subscribe;
		boolean repeats = false;
		while (ASTHelpers.getReceiver(at) instanceof MethodInvocationTree receiver) {
			at = receiver;
			repeats |= at.getArguments().isEmpty() && ASTHelpers.getSymbol(at).getSimpleName().contentEquals("repeat");
			if (ENDING_OPERATORS.contains(ASTHelpers.getSymbol(at).getSimpleName().toString())) {
				return false;
			}
		}
		MethodSymbol first = ASTHelpers.getSymbol(at);
		boolean endless = first.getSimpleName().contentEquals("interval")
				|| (first.getSimpleName().contentEquals("delay") && repeats);
		return ASTHelpers.isStatic(first) && endless
				&& this.types.isAny(first.owner.type, "reactor.core.publisher.Flux", "reactor.core.publisher.Mono",
						"io.reactivex.Observable", "io.reactivex.Flowable", "io.reactivex.rxjava3.core.Observable",
						"io.reactivex.rxjava3.core.Flowable", "rx.Observable");
	}

}
