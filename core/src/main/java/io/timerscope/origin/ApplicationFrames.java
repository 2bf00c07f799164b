package io.timerscope.origin;

import java.util.Collection;

/**
 * Tells the application's classes from the JDK's, from libraries' and from ours.
 */
public final class ApplicationFrames {

	/** Scripts and generated classes can be any number. */
	private static final int LIMIT = 10_000;

	private final FrameRanking ranking;

	private final ClassMap<Rank> ranks = new ClassMap<>(LIMIT);

	public ApplicationFrames(Collection<String> applications, Collection<String> furtherLibraries) {
		this.ranking = new FrameRanking(applications, furtherLibraries);
	}

	Rank rank(Class<?> type) {
		Rank rank = this.ranks.get(type);
		return (rank != null) ? rank : this.ranks.put(type, this.ranking.of(type));
	}

	/** What a class is of which only the name is known. */
	Rank rankOfName(String className) {
		int dot = className.lastIndexOf('.');
		boolean ours = dot > 0 && OurPackages.contain(className.substring(0, dot));
		return (ours || FrameRanking.isGenerated(className)) ? Rank.NEVER : this.ranking.ofName(className);
	}

	/** Whether a class of which only the name is known is no code of the application. */
	boolean isLibrary(String className) {
		return this.ranking.ofName(className) != Rank.APPLICATION;
	}

	/** What a frame is, and how good a site it makes. */
	enum Rank {

		/** The best: the application's own code. */
		APPLICATION,

		/** A library's code, which may schedule what it needs itself. */
		LIBRARY,

		/** A library or language that schedules for whoever calls it. */
		OPERATOR,

		/** Passes a request, a run or a start on: what is beyond it scheduled nothing. */
		DISPATCH,

		/** Leads from advice to what is advised. */
		PROCEED,

		/** Leads to advice, from whoever called what is advised. */
		PROXY,

		/** The JDK and the inside of Spring: better than nothing. */
		PLATFORM,

		/** Schedulers themselves, generated classes, and us. */
		NEVER

	}

}
