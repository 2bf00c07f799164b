package io.timerscope.origin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.timerscope.origin.ApplicationFrames.Rank;

/**
 * Decides what a class is on a stack: the application's, a library's, or one that only
 * passes a call on. What the application names as its own package is the application,
 * whatever it begins with; an application of the package {@code com} is not all of it.
 */
final class FrameRanking {

	/** What runs a task: behind it is a pool's worker. */
	private static final List<String> RUNS = List.of("io.timerscope.record.TrackedRun", "io.timerscope.record.OneShot");

	private static final List<String> GENERATED = List.of("$$SpringCGLIB$$", "$$EnhancerBy", "$$FastClassBy",
			"$HibernateProxy$", "$MockitoMock$", "$Proxy");

	private final List<String> applications;

	private final List<String> furtherLibraries;

	FrameRanking(Collection<String> applications, Collection<String> furtherLibraries) {
		this.applications = prefixes(applications);
		this.furtherLibraries = prefixes(furtherLibraries);
	}

	/** The package of a class without a package names nobody. */
	private static List<String> prefixes(Collection<String> packages) {
		List<String> prefixes = new ArrayList<>();
		for (String name : packages) {
			if (!name.isBlank()) {
				prefixes.add(name.endsWith(".") ? name : name + ".");
			}
		}
		return List.copyOf(prefixes);
	}

	Rank of(Class<?> type) {
		String name = type.getName();
		if (OurPackages.contain(type.getPackageName())) {
			return RUNS.contains(name) ? Rank.DISPATCH : Rank.NEVER;
		}
		Rank named = isGenerated(name) ? Rank.NEVER : ofName(name);
		return (named == Rank.LIBRARY && Dispatches.isDispatch(type)) ? Rank.DISPATCH : named;
	}

	/** What the name alone says: the longest of all that cover it decides. */
	Rank ofName(String name) {
		KnownPackages.Entry entry = KnownPackages.find(name);
		int known = (entry != null) ? entry.prefix().length() : 0;
		int library = longest(name, this.furtherLibraries);
		if ((entry == null && library == 0) || longest(name, this.applications) >= Math.max(known, library)) {
			return Rank.APPLICATION;
		}
		return (entry != null && known >= library) ? entry.rank() : Rank.OPERATOR;
	}

	/** The longer name is about less code. */
	private static int longest(String name, List<String> prefixes) {
		int longest = 0;
		for (String prefix : prefixes) {
			if (prefix.length() > longest && name.startsWith(prefix)) {
				longest = prefix.length();
			}
		}
		return longest;
	}

	static boolean isGenerated(String name) {
		for (String mark : GENERATED) {
			if (name.contains(mark)) {
				return true;
			}
		}
		return false;
	}

}
