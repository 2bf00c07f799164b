package io.timerscope.junit;

import java.lang.reflect.Method;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * The extension behind {@link NoTimerLeaks}. Registered by the annotation, by
 * {@code @RegisterExtension} with {@link TimerLeaks#extension}, or for all tests of a
 * module by JUnit's auto-detection; several registrations check once.
 *
 * @since 0.1.0
 */
public final class TimerLeakExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback,
		AfterAllCallback, BeforeTestExecutionCallback, TestInstancePreConstructCallback, InvocationInterceptor {

	private final List<LeakOption> options;

	/**
	 * For JUnit, which makes it without options.
	 */
	public TimerLeakExtension() {
		this(new LeakOption[0]);
	}

	TimerLeakExtension(LeakOption... options) {
		this.options = List.of(options);
	}

	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
		return ExtensionContextScope.TEST_METHOD;
	}

	@Override
	public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
		watch(context);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		watch(context);
	}

	@Override
	public void interceptBeforeAllMethod(Invocation<@Nullable Void> invocation,
			ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
		asClass(context, invocation);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		TestWatch watch = watch(context);
		if (watch != null) {
			watch.begin();
		}
	}

	@Override
	public void interceptBeforeEachMethod(Invocation<@Nullable Void> invocation,
			ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
		beforeTestExecution(context);
		invocation.proceed();
	}

	/** All callbacks are over by now, also those that renew a Spring context. */
	@Override
	public void beforeTestExecution(ExtensionContext context) {
		TestWatch watch = TestWatch.of(context);
		if (watch != null) {
			watch.absorbSpring();
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		end(context);
	}

	@Override
	public void interceptAfterAllMethod(Invocation<@Nullable Void> invocation,
			ReflectiveInvocationContext<Method> method, ExtensionContext context) throws Throwable {
		asClass(context, invocation);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		end(context);
	}

	private @Nullable TestWatch watch(ExtensionContext context) {
		return TestWatch.open(context, this.options);
	}

	private static void asClass(ExtensionContext context, Invocation<@Nullable Void> invocation) throws Throwable {
		TestWatch watch = TestWatch.of(context);
		if (watch == null) {
			invocation.proceed();
			return;
		}
		Presence presence = watch.enter();
		try {
			invocation.proceed();
		}
		finally {
			presence.close();
		}
	}

	private static void end(ExtensionContext context) {
		TestWatch watch = TestWatch.of(context);
		if (watch != null) {
			watch.end();
		}
	}

}
