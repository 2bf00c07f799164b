package io.timerscope.leak;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.timerscope.Site;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.SiteOwners;

/**
 * The sites where requests or sessions schedule periodic tasks. Each is judged by how
 * many of its owners ended and left a task. Written by the threads that schedule, judged
 * by the clock's.
 */
final class PilingUpSites {

	private final Set<SiteCounts> sites = ConcurrentHashMap.newKeySet();

	/** A periodic task is about to be scheduled at a site. */
	void watch(SiteCounts counts) {
		this.sites.add(counts);
	}

	/**
	 * Judges all sites anew.
	 * @param minOwners how many owners must have left a task
	 * @param isAccused whether tasks of a site can be leaks at all
	 * @return the sites whose verdict has changed
	 */
	Change judge(long minute, int minOwners, Predicate<Site> isAccused) {
		Change change = new Change(new HashSet<>(), new HashSet<>());
		for (SiteCounts counts : this.sites) {
			SiteOwners owners = counts.owners();
			if (owners.isIdle(minute)) {
				forget(counts, owners, minute);
			}
			else if (owners.judge(minute, minOwners)) {
				(owners.isPiling() && isAccused.test(counts.site) ? change.piling() : change.fine()).add(counts);
			}
		}
		return change;
	}

	/** A task that is scheduled meanwhile brings its site back. */
	private void forget(SiteCounts counts, SiteOwners owners, long minute) {
		this.sites.remove(counts);
		if (!owners.isIdle(minute)) {
			this.sites.add(counts);
		}
	}

	/**
	 * Sites whose verdict has changed.
	 *
	 * @param piling where tasks pile up from now on
	 * @param fine where they no longer do
	 */
	record Change(Set<SiteCounts> piling, Set<SiteCounts> fine) {

		boolean isNone() {
			return this.piling.isEmpty() && this.fine.isEmpty();
		}

	}

}
