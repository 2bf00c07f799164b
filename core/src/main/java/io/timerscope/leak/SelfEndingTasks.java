package io.timerscope.leak;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import io.timerscope.EndedObjects;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.TrackingErrors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tasks hold their own future, so that they can cancel themselves: in a field
 * of their object or of one that they capture, in an array, an {@link AtomicReference} or
 * a {@link CompletableFuture}.
 */
final class SelfEndingTasks {

	/** Elements of one array that are looked at. */
	private static final int ELEMENTS = 16;

	private final EndedObjects objects;

	private final TrackingErrors errors;

	/** Reads fields that change too, since a future comes after the task. */
	private final CapturedObjects captured = new CapturedObjects((field) -> true);

	SelfEndingTasks(EndedObjects objects, TrackingErrors errors) {
		this.objects = objects;
		this.errors = errors;
	}

	boolean contains(TaskRecord task) {
		boolean[] found = new boolean[1];
		try {
			Object work = task.userTask();
			if (work != null && !this.objects.isShared(work)) {
				this.captured.visit(work, this.objects::isShared, (object) -> {
					found[0] = isFutureOf(object, task) || holdsFutureOf(object, task);
					return !found[0];
				});
			}
		}
		catch (Throwable ex) {
			this.errors.caught("look for a task's own future", ex);
		}
		return found[0];
	}

	private static boolean holdsFutureOf(Object holder, TaskRecord task) {
		if (holder instanceof AtomicReference<?> reference) {
			return isFutureOf(reference.get(), task);
		}
		if (holder.getClass() == CompletableFuture.class) {
			CompletableFuture<?> future = (CompletableFuture<?>) holder;
			return future.isDone() && !future.isCompletedExceptionally() && isFutureOf(future.getNow(null), task);
		}
		if (holder instanceof Object[] elements) {
			for (int i = 0; i < Math.min(elements.length, ELEMENTS); i++) {
				if (isFutureOf(elements[i], task)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isFutureOf(@Nullable Object object, TaskRecord task) {
		return object instanceof Future<?> future && task.isFuture(future);
	}

}
