package io.timerscope.record;

import java.util.Arrays;

/**
 * Counts, for one site, the owners of the last hour that had scheduled a periodic task
 * there and ended, and those of them that left one. An owner counts when its grace period
 * is over, or at its end where nothing of it is live any more. It counts as one that left
 * a task for as long as that task is live, and further on where the task was cancelled by
 * Timerscope.
 * <p>
 * Written by the threads that schedule and end periodic tasks and that end owners, each
 * for a moment under this object's lock, and judged by the clock's.
 */
public final class SiteOwners {

	private static final int MINUTES = 60;

	private static final long NANOS_PER_MINUTE = 60_000_000_000L;

	private static final long NEVER = Long.MIN_VALUE;

	/** Which minute each bucket stands for. */
	private final long[] minutes = new long[MINUTES];

	private final int[] ended = new int[MINUTES];

	private final int[] left = new int[MINUTES];

	/** Owners with a live task that they left, whenever they ended. */
	private long leaving;

	/** Periodic tasks of any owner that are live. */
	private long live;

	private boolean piling;

	private Share share = Share.NONE;

	SiteOwners() {
		Arrays.fill(this.minutes, NEVER);
	}

	public static long minute(long nanos) {
		return Math.floorDiv(nanos, NANOS_PER_MINUTE);
	}

	/**
	 * Judges anew. Once tasks pile up, silence proves nothing: they go on to do so until
	 * few are left, or until as many owners as are asked for ended and most left none.
	 * @param minOwners how many owners must have left a task
	 * @return whether the verdict has changed
	 */
	public synchronized boolean judge(long minute, int minOwners) {
		Share share = share(minute);
		boolean most = 2 * share.left() > share.ended();
		boolean proven = share.left() >= minOwners && most;
		boolean disproven = this.leaving < minOwners || (share.ended() >= minOwners && !most);
		boolean before = this.piling;
		this.piling = proven || (before && !disproven);
		if (proven) {
			this.share = share;
		}
		return this.piling != before;
	}

	public synchronized boolean isPiling() {
		return this.piling;
	}

	/** Whether there is nothing to judge until the next task is scheduled. */
	public synchronized boolean isIdle(long minute) {
		return this.live == 0 && !this.piling && share(minute).ended() == 0;
	}

	/** The counts when tasks were last proven to pile up. */
	public synchronized Share share() {
		return this.share;
	}

	private Share share(long minute) {
		int ended = 0;
		int left = 0;
		for (int i = 0; i < MINUTES; i++) {
			if (minute - this.minutes[i] < MINUTES && this.minutes[i] != NEVER) {
				ended += this.ended[i];
				left += this.left[i];
			}
		}
		return new Share(left, ended);
	}

	private int bucket(long minute) {
		int bucket = Math.floorMod(minute, MINUTES);
		if (this.minutes[bucket] != minute) {
			this.minutes[bucket] = minute;
			this.ended[bucket] = 0;
			this.left[bucket] = 0;
		}
		return bucket;
	}

	/**
	 * How many owners left a task.
	 *
	 * @param left owners that did
	 * @param ended all that ended
	 */
	public record Share(int left, int ended) {

		public static final Share NONE = new Share(0, 0);

	}

	/** One owner at this site. Guarded by the site's owners. */
	public final class OneOwner {

		private final SiteCounts counts;

		/** Live periodic tasks. */
		private int tasks;

		/** When the owner was counted as ended. */
		private long counted = NEVER;

		private boolean ended;

		private boolean left;

		/** A task was cancelled by Timerscope, so that its end proves nothing. */
		private boolean cancelled;

		OneOwner(SiteCounts counts) {
			this.counts = counts;
		}

		SiteCounts counts() {
			return this.counts;
		}

		public void taskScheduled() {
			synchronized (SiteOwners.this) {
				SiteOwners.this.live++;
				this.tasks++;
			}
		}

		/** Timerscope is about to cancel a task, or failed to do so. */
		public void cancels(boolean cancels) {
			synchronized (SiteOwners.this) {
				this.cancelled = cancels;
			}
		}

		public void taskEnded(long minute) {
			synchronized (SiteOwners.this) {
				SiteOwners.this.live--;
				this.tasks--;
				if (this.tasks > 0) {
					return;
				}
				if (this.left) {
					SiteOwners.this.leaving--;
					this.left = false;
					forget();
				}
				else if (this.ended && this.counted == NEVER) {
					count(minute);
				}
			}
		}

		/** The owner left no task after all, unless it was Timerscope that ended it. */
		private void forget() {
			int bucket = Math.floorMod(this.counted, MINUTES);
			if (!this.cancelled && SiteOwners.this.minutes[bucket] == this.counted) {
				SiteOwners.this.left[bucket]--;
			}
		}

		public void ownerEnded(long minute) {
			synchronized (SiteOwners.this) {
				this.ended = true;
				if (this.tasks == 0 && this.counted == NEVER) {
					count(minute);
				}
			}
		}

		/** A task has outlived the owner. */
		public void graceOver(long minute) {
			synchronized (SiteOwners.this) {
				if (this.counted == NEVER) {
					count(minute);
				}
				else if (this.tasks > 0 && !this.left) {
					leaves();
				}
			}
		}

		private void count(long minute) {
			this.counted = minute;
			SiteOwners.this.ended[bucket(minute)]++;
			if (this.tasks > 0) {
				leaves();
			}
			else if (this.cancelled) {
				SiteOwners.this.left[bucket(minute)]++;
			}
		}

		private void leaves() {
			this.left = true;
			SiteOwners.this.leaving++;
			int bucket = Math.floorMod(this.counted, MINUTES);
			if (SiteOwners.this.minutes[bucket] == this.counted) {
				SiteOwners.this.left[bucket]++;
			}
		}

	}

}
