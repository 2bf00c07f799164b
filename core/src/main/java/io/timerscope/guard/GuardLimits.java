package io.timerscope.guard;

import java.util.function.ToLongFunction;

import io.timerscope.Site;

/**
 * What a sample breaches, and what follows from it.
 *
 * @param consecutive how many samples in a row must breach a limit
 * @param maxLive how many tasks may be live
 * @param maxGrowthPerMinute by how many they may grow within a minute
 * @param maxHeapUsed which share of the heap may be in use after a collection, from 0 to
 * 1
 * @param maxLiveOfSite how many tasks of one site may be live
 * @param sheds whether new tasks of the sites that grew are refused
 * @since 0.1.0
 */
public record GuardLimits(int consecutive, long maxLive, long maxGrowthPerMinute, double maxHeapUsed,
		ToLongFunction<Site> maxLiveOfSite, boolean sheds) {

	public GuardLimits {
		if (consecutive < 1) {
			throw new IllegalArgumentException("consecutive must be one or more, but is " + consecutive);
		}
	}

}
