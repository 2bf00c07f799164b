package io.timerscope.errorprone.unit;

import java.util.HashSet;
import java.util.Set;

import com.google.errorprone.ErrorProneFlags;
import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import org.jspecify.annotations.Nullable;

/**
 * What a type is to the checks: something that schedules, the handle of something
 * scheduled, or a thing that hands either of them on.
 */
public final class SchedulerTypes {

	public static final String OWN_TYPES = "Timerscope:SchedulerTypes";

	public static final String MANAGED_FACTORIES = "Timerscope:ManagedFactories";

	static final String SWING_TIMER = "javax.swing.Timer";

	private static final Set<String> SCHEDULERS = Set.of("java.util.concurrent.ScheduledExecutorService",
			"java.util.Timer", "io.netty.util.Timer", "org.jboss.netty.util.Timer",
			"org.springframework.scheduling.TaskScheduler", "reactor.core.scheduler.Scheduler",
			"io.reactivex.Scheduler", "io.reactivex.rxjava3.core.Scheduler", SWING_TIMER);

	private static final Set<String> WHEEL_TIMERS = Set.of("io.netty.util.Timer", "org.jboss.netty.util.Timer");

	private static final Set<String> EXECUTORS = Set.of("java.util.concurrent.Executor",
			"org.springframework.scheduling.concurrent.ExecutorConfigurationSupport");

	private static final Set<String> HANDLES = Set.of("java.util.concurrent.Future", "java.util.TimerTask",
			"io.netty.util.Timeout", "org.jboss.netty.util.Timeout", "reactor.core.Disposable",
			"io.reactivex.disposables.Disposable", "io.reactivex.rxjava3.disposables.Disposable", "rx.Subscription",
			"org.reactivestreams.Subscription");

	private static final Set<String> CONTAINERS = Set.of("java.lang.Iterable", "java.util.Map", "java.util.Map.Entry",
			"java.util.Map$Entry", "java.util.Iterator", "java.util.Enumeration", "java.util.stream.BaseStream",
			"java.util.Optional", "java.util.concurrent.atomic.AtomicReference",
			"java.util.concurrent.atomic.AtomicReferenceArray",
			"java.util.concurrent.atomic.AtomicReferenceFieldUpdater", "java.lang.ref.Reference",
			"java.lang.ThreadLocal", "java.util.function.Supplier", "java.util.concurrent.Callable",
			"java.util.concurrent.Exchanger", "com.google.common.collect.Multimap", "com.google.common.cache.Cache",
			"com.google.common.base.Supplier", "com.google.common.base.Optional",
			"com.github.benmanes.caffeine.cache.Cache", "java.lang.invoke.VarHandle");

	private static final Set<String> CONTAINER_FACTORIES = Set.of("java.util.List", "java.util.Set", "java.util.Map",
			"java.util.Arrays", "java.util.Collections", "java.util.Optional", "java.util.stream.Stream",
			"java.util.Objects", "java.util.concurrent.Executors");

	private final TypeNames names;

	private final Shapes shapes;

	private final Set<String> ownTypes;

	private final Set<String> managedFactories;

	public SchedulerTypes(VisitorState state) {
		ErrorProneFlags flags = state.errorProneOptions().getFlags();
		this.names = new TypeNames(state.getTypes());
		this.shapes = new Shapes(state.getTypes());
		this.ownTypes = flags.getSetOrEmpty(OWN_TYPES);
		this.managedFactories = flags.getSetOrEmpty(MANAGED_FACTORIES);
	}

	public boolean isAny(@Nullable Type type, String... wanted) {
		return this.names.isAny(type, Set.of(wanted));
	}

	public boolean isOwn(@Nullable Type type) {
		return this.names.isAny(type, this.ownTypes);
	}

	public boolean isScheduler(@Nullable Type type) {
		return this.names.isAny(type, SCHEDULERS) || isOwn(type) || isWheelTimer(type);
	}

	/** Netty's, or one of the same shape. */
	boolean isWheelTimer(@Nullable Type type) {
		return this.names.isAny(type, WHEEL_TIMERS)
				|| (type != null && type.hasTag(TypeTag.CLASS) && this.shapes.isWheelTimer(type));
	}

	public boolean isHandle(@Nullable Type type) {
		return this.names.isAny(type, HANDLES)
				|| (type != null && type.hasTag(TypeTag.CLASS) && this.shapes.isTimeout(type));
	}

	public boolean isContainer(@Nullable Type type) {
		return type != null
				&& (type.hasTag(TypeTag.ARRAY) || (this.names.isAny(type, CONTAINERS) && !isScheduler(type)));
	}

	/** A cache with a listener of its own for what it drops. */
	boolean endsWhatFallsOut(@Nullable Type type) {
		return isAny(type, "com.google.common.cache.Cache", "com.github.benmanes.caffeine.cache.Cache",
				"javax.cache.Cache", "org.ehcache.Cache");
	}

	/** Whether a value of this type can be, or can hold, a scheduler or a handle. */
	public boolean carries(@Nullable Type type) {
		if (type == null) {
			return false;
		}
		if (type.hasTag(TypeTag.TYPEVAR) || type.tsym.getQualifiedName().contentEquals("java.lang.Object")) {
			return true;
		}
		if (type instanceof Type.ArrayType array) {
			return carries(array.elemtype);
		}
		return isScheduler(type) || isHandle(type) || this.names.isAny(type, EXECUTORS) || isContainer(type)
				|| isCloseable(type);
	}

	/** A scheduler that runs tasks on another one, and never ends that. */
	boolean keepsOnlyAView(@Nullable Type type) {
		return isAny(type, "org.springframework.scheduling.concurrent.ConcurrentTaskScheduler");
	}

	/** Whether tasks can be run on a value of this type. */
	public boolean isExecutor(@Nullable Type type) {
		return isScheduler(type) || this.names.isAny(type, EXECUTORS);
	}

	/**
	 * Whether the call gives back what it was given, what is kept in the container it
	 * names, or a scheduler around the one it was given.
	 */
	public boolean isContainerFactory(Symbol.MethodSymbol method) {
		String owner = method.owner.getQualifiedName().toString();
		return ASTHelpers.isStatic(method) && (CONTAINER_FACTORIES.contains(owner)
				|| owner.startsWith("com.google.common.base.") || owner.startsWith("com.google.common.collect.")
				|| method.getSimpleName().contentEquals("listeningDecorator") || isContainer(method.owner.type)
				|| wrapsAnExecutor(method) || givesBackWhatItGets(method)) && !isExecutorFactory(method);
	}

	/** {@code <T> T checkNotNull(T value)}. */
	private static boolean givesBackWhatItGets(Symbol.MethodSymbol method) {
		Type result = method.getReturnType();
		return result.hasTag(TypeTag.TYPEVAR)
				&& method.getParameters().stream().anyMatch((parameter) -> parameter.type.tsym == result.tsym);
	}

	/** Whether the result is a scheduler that is ended by those who made it. */
	public boolean isManaged(Symbol.MethodSymbol method) {
		Set<String> candidates = new HashSet<>();
		for (String owner : this.names.of(method.owner.type)) {
			candidates.add(owner);
			candidates.add(owner + "#" + method.getSimpleName());
			candidates.add(owner + "." + method.getSimpleName());
		}
		return candidates.stream().anyMatch(this.managedFactories::contains)
				|| candidates.contains("io.dropwizard.lifecycle.setup.ScheduledExecutorServiceBuilder")
				|| candidates.contains("io.dropwizard.core.setup.Environment");
	}

	/** {@code Schedulers.fromExecutorService(pool)}. */
	private boolean wrapsAnExecutor(Symbol.MethodSymbol method) {
		return isScheduler(method.getReturnType())
				&& method.getParameters().stream().anyMatch((parameter) -> isExecutor(parameter.type));
	}

	private boolean isCloseable(Type type) {
		return this.names.isAny(type, Set.of("java.lang.AutoCloseable"));
	}

	private static boolean isExecutorFactory(Symbol.MethodSymbol method) {
		String name = method.getSimpleName().toString();
		return method.owner.getQualifiedName().contentEquals("java.util.concurrent.Executors")
				&& name.startsWith("new");
	}

}
