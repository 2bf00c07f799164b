package io.timerscope.autoconfigure;

import io.micrometer.context.ContextRegistry;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.OwnerHandOver;
import io.timerscope.webflux.ReactiveSessions;
import io.timerscope.webflux.RequestOwnerWebFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;
import org.springframework.web.reactive.DispatcherHandler;
import reactor.core.publisher.Hooks;

/**
 * Auto-configuration of what ends in a WebFlux application and may own tasks: requests
 * and WebSocket sessions.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class,
		afterName = { "org.springframework.boot.reactor.autoconfigure.ReactorAutoConfiguration",
				"org.springframework.boot.autoconfigure.reactor.ReactorAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass({ DispatcherHandler.class, Hooks.class })
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@ConditionalOnBean(name = TimerscopeAutoConfiguration.IS_ON)
public final class TimerscopeReactiveAutoConfiguration {

	private static final String SET = "set spring.reactor.context-propagation=auto to follow it further";

	private static final String ADD_AND_SET = "add io.micrometer:context-propagation and " + SET;

	private static final String GAP = "a WebFlux request owns what is scheduled before its first change of thread only; "
			+ "set timerscope.reactor.enabled=true, or ";

	private static final String GAP_ON_OTHER_THREADS = "a WebFlux request owns what is scheduled on its first thread and "
			+ "on Reactor's schedulers, but not after another change of thread, such as the answer of a client; ";

	private static final String GAP_OF_COROUTINES = "a suspending WebFlux handler owns what is scheduled before its first "
			+ "change of thread only; Spring Framework 7 follows it further";

	private static String gap(TimerscopeProperties properties, String cure) {
		return (properties.reactor().enabled() ? GAP_ON_OTHER_THREADS : GAP) + cure;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ContextRegistry.class)
	static class WithPropagation {

		@Bean
		@ConditionalOnBooleanProperty(name = "timerscope.requests.enabled", matchIfMissing = true)
		RequestOwnerWebFilter timerscopeWebFluxRequests(TaskLedger timerscopeLedger,
				OwnerHandOver timerscopeOwnerHandOver) {
			return new RequestOwnerWebFilter(timerscopeLedger, timerscopeOwnerHandOver.key());
		}

		/** Boot switches Reactor's hook on while it makes its beans, as anyone may. */
		@Bean
		@ConditionalOnBooleanProperty(name = "timerscope.requests.enabled", matchIfMissing = true)
		SmartInitializingSingleton timerscopeWebFluxAttribution(TaskLedger timerscopeLedger,
				EarlyBeans timerscopeEarlyBeans) {
			return () -> {
				if (!Hooks.isAutomaticContextPropagationEnabled()) {
					timerscopeLedger.attribution().partial(gap(timerscopeEarlyBeans.properties(), SET));
				}
				else if (losesCoroutines(timerscopeEarlyBeans.context().getClassLoader())) {
					timerscopeLedger.attribution().partial(GAP_OF_COROUTINES);
				}
			};
		}

		/** Static, since it is there before the adapter that it looks for. */
		@Bean
		@ConditionalOnBooleanProperty(name = "timerscope.sessions.enabled", matchIfMissing = true)
		static ReactiveSessions timerscopeWebFluxSessions(ObjectProvider<TaskLedger> timerscopeLedger,
				ObjectProvider<OwnerHandOver> timerscopeOwnerHandOver) {
			return new ReactiveSessions(timerscopeLedger::getObject, () -> timerscopeOwnerHandOver.getObject().key());
		}

		/** Reactor's hook does not reach into coroutines, Spring Framework 7 does. */
		private static boolean losesCoroutines(@Nullable ClassLoader classLoader) {
			return ClassUtils.isPresent("kotlinx.coroutines.reactor.ReactorContext", classLoader)
					&& !ClassUtils.isPresent("org.springframework.core.PropagationContextElement", classLoader);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingClass("io.micrometer.context.ContextRegistry")
	static class WithoutPropagation {

		@Bean
		@ConditionalOnBooleanProperty(name = "timerscope.requests.enabled", matchIfMissing = true)
		RequestOwnerWebFilter timerscopeWebFluxRequests(TaskLedger timerscopeLedger, EarlyBeans timerscopeEarlyBeans) {
			timerscopeLedger.attribution().partial(gap(timerscopeEarlyBeans.properties(), ADD_AND_SET));
			return new RequestOwnerWebFilter(timerscopeLedger, RequestOwnerWebFilter.class);
		}

		@Bean
		@ConditionalOnBooleanProperty(name = "timerscope.sessions.enabled", matchIfMissing = true)
		static ReactiveSessions timerscopeWebFluxSessions(ObjectProvider<TaskLedger> timerscopeLedger) {
			return new ReactiveSessions(timerscopeLedger::getObject, () -> ReactiveSessions.class);
		}

	}

}
