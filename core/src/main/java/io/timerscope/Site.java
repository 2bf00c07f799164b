package io.timerscope;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * The frame that scheduled a task: the application's or, where a library did so by
 * itself, the library's. Sites are interned: one ledger holds one object for one line,
 * however many tasks come from it.
 *
 * @since 0.1.0
 */
public final class Site {

	/** Stands in where no site was looked for. */
	public static final Site UNKNOWN = new Site(new StackTraceElement("unknown", "unknown", null, -1));

	private static final int WALKED_EVERY_TIME = 16;

	private final StackTraceElement frame;

	private final String text;

	private final AtomicLong stackSamples = new AtomicLong();

	private volatile List<StackTraceElement> stack = List.of();

	private volatile @Nullable Bean bean;

	private final boolean livesWithApplication;

	private final boolean library;

	/** Racy on purpose: how the next walk is best made, not what it finds. */
	private boolean near;

	public Site(StackTraceElement frame) {
		this(frame, false, false);
	}

	public Site(StackTraceElement frame, boolean livesWithApplication, boolean library) {
		this.frame = frame;
		this.text = frame.toString();
		this.livesWithApplication = livesWithApplication;
		this.library = library;
	}

	/**
	 * The fully qualified class, as users write it in {@code timerscope.ignore}.
	 * @return the binary class name
	 */
	public String className() {
		return this.frame.getClassName();
	}

	/**
	 * The method, for a call inside a lambda the method around it.
	 * @return the method name
	 */
	public String methodName() {
		return this.frame.getMethodName();
	}

	/**
	 * The line as the JVM describes it.
	 * @return the frame, a lambda's under the name of the method around it
	 */
	public StackTraceElement frame() {
		return this.frame;
	}

	/**
	 * The readable name of a task that was scheduled here.
	 * @return simple class and method, for example {@code OrderController.place}
	 */
	public String taskName() {
		String className = className();
		return className.substring(className.lastIndexOf('.') + 1) + "." + methodName();
	}

	/**
	 * One stack that led here, the scheduling frame first.
	 * @return the last sampled creation stack; empty where none was captured
	 */
	public List<StackTraceElement> stack() {
		return this.stack;
	}

	/**
	 * The site in the form of a stack trace element.
	 * @return for example {@code com.acme.OrderController.place(OrderController.java:42)}
	 */
	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * Whether it is time for another sample: each of the first calls, then one call in
	 * ever growing powers of two.
	 */
	public boolean wantsStack() {
		long seen = this.stackSamples.incrementAndGet();
		return seen <= WALKED_EVERY_TIME || (seen & (seen - 1)) == 0;
	}

	public void stack(List<StackTraceElement> stack) {
		this.stack = stack;
	}

	/**
	 * Whether this is a line at all.
	 * @return {@code false} where no site was looked for
	 */
	public boolean isKnown() {
		return this != UNKNOWN;
	}

	/**
	 * Whether the code says that what is scheduled here lives as long as the application.
	 * @return {@code true} if the method, the class, one of its fields or a class around
	 * it carries {@link ApplicationLifetime}
	 */
	public boolean livesWithApplication() {
		return this.livesWithApplication;
	}

	/**
	 * Whether the line is a library's, since no code of the application led to the call.
	 * @return {@code true} for what a library schedules by itself
	 */
	public boolean isLibrary() {
		return this.library;
	}

	/** Whether few frames lie between this line and the walk. */
	public boolean isNear() {
		return this.near;
	}

	public void near(boolean near) {
		if (this.near != near) {
			this.near = near;
		}
	}

	/** The bean that this line belongs to, where the class of the frame alone decides. */
	public @Nullable Owner bean() {
		Bean bean = this.bean;
		return (bean == null) ? null : bean.owner();
	}

	/** The same, unless it was found for another class of that name. */
	public @Nullable Owner bean(Class<?> type) {
		Bean bean = this.bean;
		return (bean != null && bean.type().refersTo(type)) ? bean.owner() : null;
	}

	public void bean(Class<?> type, Owner owner) {
		this.bean = new Bean(new WeakReference<>(type), owner);
	}

	/**
	 * The bean of a class.
	 *
	 * @param type the class, which may be loaded anew
	 * @param owner its bean
	 */
	private record Bean(WeakReference<Class<?>> type, Owner owner) {
	}

}
