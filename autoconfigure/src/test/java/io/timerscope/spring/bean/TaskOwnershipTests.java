package io.timerscope.spring.bean;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScopes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.OverridingClassLoader;
import org.springframework.scheduling.TaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TaskOwnershipTests {

	private final TaskOwnership ownership = new TaskOwnership();

	@ParameterizedTest
	@ValueSource(classes = { KeepsScheduler.class, KeepsPool.class, KeepsProvider.class, KeepsFutures.class,
			KeepsHandlesByName.class, KeepsAnything.class, TakesScheduler.class, IsGivenScopes.class, Inherits.class })
	void aSchedulerComesInOrAFutureIsKept(Class<?> type) {
		assertThat(this.ownership.isLikely(type)).isTrue();
		assertThat(this.ownership.isLikely(type)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(classes = { KeepsNothing.class, KeepsOthers.class, Overlooks.class, Object.class })
	void anythingElseOwnsNoTasks(Class<?> type) {
		assertThat(this.ownership.isLikely(type)).isFalse();
	}

	@Test
	void constructorsAreReadLastSinceTheyMayMentionWhatIsNotThere() throws ClassNotFoundException {
		ClassLoader loader = new OverridingClassLoader(getClass().getClassLoader()) {
			@Override
			protected boolean isEligibleForOverriding(String className) {
				return className.equals(IsGivenScopesLater.class.getName());
			}

			@Override
			protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
				if (name.equals(Absent.class.getName())) {
					throw new ClassNotFoundException(name);
				}
				return super.loadClass(name, resolve);
			}
		};
		Class<?> type = loader.loadClass(IsGivenScopesLater.class.getName());
		assertThat(type.getClassLoader()).isSameAs(loader);
		assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(type::getDeclaredConstructors);
		assertThat(this.ownership.isLikely(type)).isTrue();
	}

	@Test
	void aLambdaOwnsNoTasks() {
		Runnable lambda = () -> {
		};
		assertThat(this.ownership.isLikely(lambda.getClass())).isFalse();
	}

	static class KeepsScheduler {

		TaskScheduler scheduler;

	}

	static class KeepsPool {

		ScheduledThreadPoolExecutor pool;

	}

	static class KeepsProvider {

		ObjectProvider<TaskScheduler> schedulers;

	}

	static class KeepsFutures {

		List<ScheduledFuture<?>> futures;

	}

	static class KeepsHandlesByName {

		Map<String, TaskHandle> handles;

	}

	static class KeepsAnything<E extends ScheduledExecutorService> {

		List<E> pools;

	}

	static class TakesScheduler {

		TakesScheduler(String name, TaskScheduler scheduler) {
		}

	}

	static class IsGivenScopes {

		void setScopes(TaskScopes scopes) {
		}

	}

	static class Absent {

	}

	static class IsGivenScopesLater {

		IsGivenScopesLater(Absent absent) {
		}

		void setScopes(TaskScopes scopes) {
		}

	}

	static class Inherits extends KeepsFutures {

		int count;

	}

	static class KeepsNothing {

	}

	static class KeepsOthers {

		int count;

		String name;

		long[] times;

		List<String> names;

		Map<String, List<Integer>> numbers;

		@SuppressWarnings("rawtypes")
		List raw;

	}

	/** Neither is a setter. */
	static class Overlooks {

		void setUp(TaskScheduler scheduler, String name) {
		}

		void use(TaskScheduler scheduler) {
		}

	}

}
