package io.timerscope.survey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.timerscope.CallerHandle;
import io.timerscope.EndedObjects;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.leak.CapturedFields;
import io.timerscope.leak.CapturedObjects;
import io.timerscope.origin.KnownPackages;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.TaskOwner;
import io.timerscope.record.TaskRecord;
import io.timerscope.snapshot.TaskGroup;
import org.jspecify.annotations.Nullable;

/** Sums up tasks of one site, and reads what some of them capture. */
final class TaskGroupBuilder {

	private static final int NAMES = 3;

	private static final int OWNERS = 1_000;

	private static final int TYPES = 5;

	private static final int SAMPLES = 40;

	private final CapturedFields fields;

	private final long nowNanos;

	private final Set<TaskOwner> owners = Collections.newSetFromMap(new IdentityHashMap<>());

	private final List<String> names = new ArrayList<>(NAMES);

	/** Names of types, each with what is over. */
	private final Map<String, String> types = new LinkedHashMap<>();

	private final Set<String> otherClasses = new LinkedHashSet<>();

	private boolean moreOwners;

	private Schedule schedule = Schedule.immediate();

	private long periodic;

	private long once;

	private long ageNanos;

	private @Nullable Long lastDueNanos;

	private int sampledPeriodic;

	private int sampledOnce;

	private int completedOnce;

	TaskGroupBuilder(CapturedFields fields, long nowNanos) {
		this.fields = fields;
		this.nowNanos = nowNanos;
	}

	void add(TaskRecord task) {
		TaskOwner.Ended ended = task.owner().ended();
		long began = (ended == null) ? task.createdNanos() : ended.nanos();
		this.ageNanos = Math.max(this.ageNanos, this.nowNanos - began);
		addOwner(task.owner());
		addSchedule(task);
		if (task.isPeriodic()) {
			this.periodic++;
			if (this.sampledPeriodic++ < SAMPLES) {
				read(task);
			}
			return;
		}
		this.once++;
		long due = Math.max(0, task.dueNanos(this.nowNanos) - this.nowNanos);
		this.lastDueNanos = (this.lastDueNanos == null) ? due : Math.max(this.lastDueNanos, due);
		if (this.sampledOnce < SAMPLES) {
			this.sampledOnce++;
			this.completedOnce += read(task) ? 1 : 0;
		}
	}

	private void addSchedule(TaskRecord task) {
		boolean first = this.periodic == 0 && (this.once == 0 || task.isPeriodic());
		if (first) {
			this.schedule = task.schedule();
		}
	}

	private void addOwner(TaskOwner owner) {
		if (this.owners.size() < OWNERS) {
			this.owners.add(owner);
		}
		else if (!this.owners.contains(owner)) {
			this.moreOwners = true;
		}
		if (this.names.size() < NAMES && !this.names.contains(owner.name())) {
			this.names.add(owner.name());
		}
	}

	/** Returns whether the task captures a future that is complete. */
	private boolean read(TaskRecord task) {
		boolean[] complete = new boolean[1];
		EndedObjects objects = this.fields.objects();
		this.fields.errors().guarded("look at what a task captures", () -> {
			Object work = task.userTask();
			if (work == null) {
				return;
			}
			noteClass(work.getClass(), task.site());
			if (objects.isShared(work)) {
				return;
			}
			this.fields.captured().visit(work, objects::isShared, (object) -> {
				complete[0] |= object.getClass() == CompletableFuture.class && ((CompletableFuture<?>) object).isDone();
				noteType(object, objects.ended(object, task.owner()), task.site());
				return true;
			});
		});
		return complete[0];
	}

	/** What is over is always named, also if it is the web server's. */
	private void noteType(Object object, @Nullable String ended, Site site) {
		Class<?> type = object.getClass();
		String name = (ended != null) ? HeldTypes.name(type, HeldTypes.rootPackage(site)) : type.getName();
		if ((this.types.size() < TYPES || this.types.containsKey(name)) && !this.fields.objects().isShared(object)
				&& (ended != null || isWorthNaming(type, site))) {
			this.types.merge(name, HeldTypes.state(ended), (one, other) -> one.isEmpty() ? other : one);
		}
	}

	private void noteClass(Class<?> type, Site site) {
		String name = outermost(type.getName());
		if (this.otherClasses.size() < TYPES && !name.equals(outermost(site.className()))
				&& !CapturedObjects.isOfJdk(type) && KnownPackages.find(name) == null) {
			this.otherClasses.add(name);
		}
	}

	private static String outermost(String className) {
		int nested = className.indexOf('$');
		return (nested < 0) ? className : className.substring(0, nested);
	}

	/**
	 * A lambda's class has no name that anybody wrote, and a library's inner ones none
	 * that helps.
	 */
	private static boolean isWorthNaming(Class<?> type, Site site) {
		return !CapturedObjects.isOfJdk(type) && !type.isHidden()
				&& (type.getEnclosingClass() == null || type.getName().startsWith(HeldTypes.rootPackage(site)));
	}

	TaskGroup build(SiteCounts counts) {
		return new TaskGroup(counts.site, counts.scheduler.name(), handle(counts), counts.ownerKind, this.periodic,
				this.once, this.schedule, Duration.ofNanos(this.ageNanos),
				(this.lastDueNanos == null) ? null : Duration.ofNanos(this.lastDueNanos), this.owners.size(),
				this.moreOwners, this.names, captures(), this.sampledOnce, this.completedOnce,
				List.copyOf(this.otherClasses));
	}

	/** A time limit of a {@code CompletableFuture} is due once. */
	private CallerHandle handle(SiteCounts counts) {
		CallerHandle handle = counts.scheduler.traits().handle();
		return (handle == CallerHandle.COMPLETABLE_FUTURE && this.periodic > 0) ? CallerHandle.SCHEDULED_FUTURE
				: handle;
	}

	private List<String> captures() {
		return this.types.entrySet().stream().map((type) -> type.getKey() + type.getValue()).toList();
	}

}
