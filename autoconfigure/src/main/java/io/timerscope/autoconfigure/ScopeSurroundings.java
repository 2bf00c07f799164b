package io.timerscope.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import io.timerscope.Owner;
import io.timerscope.scope.SessionLookup;
import io.timerscope.scope.Surroundings;
import io.timerscope.scope.Timetable;
import io.timerscope.spring.SpringTimetable;
import io.timerscope.spring.bean.BeanOwners;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;

/** What an application context knows of schedulers, sessions and beans. */
final class ScopeSurroundings implements Surroundings {

	private static final String USUAL_NAME = "taskScheduler";

	private final ListableBeanFactory beans;

	private volatile @Nullable Timetable timetable;

	ScopeSurroundings(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public Timetable timetable() {
		Timetable timetable = this.timetable;
		if (timetable == null) {
			timetable = timetable(scheduler());
			this.timetable = timetable;
		}
		return timetable;
	}

	private Object scheduler() {
		if (this.beans.containsBean(USUAL_NAME) && (this.beans.isTypeMatch(USUAL_NAME, TaskScheduler.class)
				|| this.beans.isTypeMatch(USUAL_NAME, ScheduledExecutorService.class))) {
			return this.beans.getBean(USUAL_NAME);
		}
		Object only = this.beans.getBeanProvider(TaskScheduler.class).getIfUnique();
		if (only == null && this.beans.getBeanNamesForType(TaskScheduler.class, true, false).length == 0) {
			only = this.beans.getBeanProvider(ScheduledExecutorService.class).getIfUnique();
		}
		if (only == null) {
			List<String> names = Stream.<Class<?>>of(TaskScheduler.class, ScheduledExecutorService.class)
				.flatMap((type) -> Arrays
					.stream(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type, true, false)))
				.distinct()
				.toList();
			throw new IllegalStateException("there is no scheduler for TaskScopes: expected a bean named '" + USUAL_NAME
					+ "', or one scheduler that is the only or the primary one, but found "
					+ (names.isEmpty() ? "none; add @EnableScheduling"
							: String.join(", ", names) + "; mark one as @Primary")
					+ ", or name the scheduler with scopes.on(scheduler)");
		}
		return only;
	}

	@Override
	public Timetable timetable(Object scheduler) {
		if (scheduler instanceof TaskScheduler spring) {
			return new SpringTimetable(spring);
		}
		if (scheduler instanceof ScheduledExecutorService executor) {
			return new SpringTimetable(new ConcurrentTaskScheduler(executor));
		}
		throw new IllegalArgumentException(
				"expected a TaskScheduler or a ScheduledExecutorService, but got " + scheduler);
	}

	@Override
	public Owner session(Object session) {
		return this.beans.getBeanProvider(SessionLookup.class)
			.stream()
			.map((lookup) -> lookup.find(session))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("this WebSocket session is not tracked: " + session
					+ "; where a handler is registered by hand, wrap it with SessionOwners.decorate "
					+ "(with timerscope.sessions.enabled=false no session is tracked)"));
	}

	@Override
	public Owner bean(Object bean) {
		BeanOwners owners = this.beans.getBeanProvider(BeanOwners.class).getIfAvailable();
		if (owners == null) {
			throw new IllegalArgumentException("beans own no tasks with timerscope.beans.enabled=false, so there is no "
					+ "owner for an instance of " + bean.getClass().getName());
		}
		Owner owner = owners.ofBean(bean);
		if (owner == null) {
			throw new IllegalArgumentException(
					"expected a bean of this application, but got an instance of " + bean.getClass().getName());
		}
		return owner;
	}

}
