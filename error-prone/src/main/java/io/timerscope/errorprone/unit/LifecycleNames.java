package io.timerscope.errorprone.unit;

import java.util.List;
import java.util.Locale;

/**
 * The names of methods that begin or end something: a task, a timer, a component.
 */
public final class LifecycleNames {

	private static final List<String> ENDS = List.of("shutdown", "close", "stop", "destroy", "dispose", "cancel",
			"terminate", "release", "disconnect", "kill", "interrupt", "unschedule");

	private static final List<String> ENDS_INSIDE = List.of("shutdown", "close", "stop", "destroy", "dispose", "cancel",
			"terminate", "kill");

	private static final List<String> NO_ENDS = List.of("is", "has", "was", "set", "get", "add", "await", "on",
			"register", "with", "schedule", "should");

	private static final List<String> STARTS = List.of("start", "init", "open", "setup", "begin", "launch", "activate",
			"afterpropertiesset", "afterpropertyset", "run", "create", "dostart", "doinit", "doopen", "onstart",
			"oncreate", "oninit", "contextinitialized", "deploy", "main", "install", "boot", "enable", "onenable",
			"load", "set", "build", "configure", "prepare", "register", "new", "get", "make", "lazy");

	private LifecycleNames() {
	}

	/** {@code executor.shutdownNow()}, {@code future.cancel(false)}. */
	public static boolean endsReceiver(String method) {
		String name = method.toLowerCase(Locale.ROOT);
		return ENDS.stream().anyMatch(name::startsWith);
	}

	/** {@code Pools.gracefulShutdown(executor)}, {@code closeQuietly(timer)}. */
	public static boolean endsArgument(String method) {
		String name = method.toLowerCase(Locale.ROOT);
		return ENDS_INSIDE.stream().anyMatch(name::contains) && NO_ENDS.stream().noneMatch(name::startsWith);
	}

	/** A method that is meant to be called once, or as often as its counterpart. */
	public static boolean isStart(String method) {
		String name = method.toLowerCase(Locale.ROOT);
		return STARTS.stream().anyMatch(name::startsWith);
	}

	/** A method that a caller or a container calls when a component's life is over. */
	public static boolean isEndOfLife(String method) {
		String name = method.toLowerCase(Locale.ROOT);
		return ENDS.stream().anyMatch(name::startsWith) || name.startsWith("dostop") || name.startsWith("doclose")
				|| name.startsWith("onclose") || name.startsWith("ondestroy") || name.startsWith("ondisconnect")
				|| name.startsWith("predestroy") || name.startsWith("postdestroy") || name.startsWith("onstop")
				|| name.startsWith("onshutdown") || name.startsWith("onterminat") || name.startsWith("dodestroy")
				|| name.startsWith("doshutdown") || name.startsWith("teardown") || name.startsWith("deactivate")
				|| name.endsWith("closed") || name.endsWith("disconnected") || name.endsWith("destroyed");
	}

}
