package io.timerscope.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.EndedObjects;
import io.timerscope.Site;
import io.timerscope.leak.CapturedObjects;
import io.timerscope.record.TaskRecord;
import io.timerscope.record.TrackingErrors;
import org.jspecify.annotations.Nullable;

/**
 * Names the types of what a task's object captures, two levels deep: never a value.
 * Looked at when somebody asks for one task.
 */
final class HeldTypes {

	private static final int MOST = 32;

	/** What an application knows of a web server's objects. */
	private static final List<String> WEB = List.of("jakarta.servlet.", "jakarta.websocket.",
			"org.springframework.web.");

	private final EndedObjects objects;

	private final TrackingErrors errors;

	private final CapturedObjects captured = new CapturedObjects((field) -> true);

	HeldTypes(EndedObjects objects, TrackingErrors errors) {
		this.objects = objects;
		this.errors = errors;
	}

	/** Each type once, the application's and the web server's own first. */
	List<String> of(TaskRecord task) {
		Map<String, String> found = new LinkedHashMap<>();
		this.errors.guarded("look at what a task captures", () -> collect(task, found));
		String application = rootPackage(task.site());
		List<String> types = new ArrayList<>(found.keySet());
		types.sort(Comparator.comparing((type) -> rank(type, application)));
		return types.stream().limit(MOST).map((type) -> type + found.get(type)).toList();
	}

	private void collect(TaskRecord task, Map<String, String> found) {
		EndedObjects objects = this.objects;
		Object work = task.userTask();
		if (work != null && !objects.isShared(work)) {
			this.captured.visit(work, objects::isShared, (object) -> {
				Class<?> type = object.getClass();
				if (!type.isHidden() && !type.isSynthetic()) {
					found.merge(name(type, rootPackage(task.site())), state(objects.ended(object, task.owner())),
							(one, other) -> one.isEmpty() ? other : one);
				}
				return found.size() < 2 * MOST;
			});
		}
	}

	/** What is over, in brackets, or nothing. */
	static String state(@Nullable String ended) {
		int of = (ended == null) ? -1 : ended.indexOf(" of ");
		return (ended == null) ? "" : " (" + ((of < 0) ? ended : ended.substring(of + 1)) + ")";
	}

	/** The name by which an application knows a type. */
	static String name(Class<?> type, String application) {
		boolean own = type.getName().startsWith(application) || CapturedObjects.isOfJdk(type);
		Class<?> known = own ? null : web(type);
		return ((known != null) ? known : type).getTypeName();
	}

	/** The interface by which applications know an object of the web server. */
	private static @Nullable Class<?> web(@Nullable Class<?> type) {
		if (type == null || (type.isInterface() && WEB.stream().anyMatch(type.getName()::startsWith))) {
			return type;
		}
		for (Class<?> parent : type.getInterfaces()) {
			Class<?> known = web(parent);
			if (known != null) {
				return known;
			}
		}
		return web(type.getSuperclass());
	}

	private static int rank(String type, String application) {
		if (type.startsWith(application)) {
			return 0;
		}
		return WEB.stream().anyMatch(type::startsWith) ? 1 : type.startsWith("java.") ? 3 : 2;
	}

	/** The first two parts of the package of a site. */
	static String rootPackage(Site site) {
		String name = site.className();
		int second = name.indexOf('.', name.indexOf('.') + 1);
		return (second < 0) ? name : name.substring(0, second + 1);
	}

}
