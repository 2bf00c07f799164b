package io.timerscope.ledger;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.origin.Origin;
import io.timerscope.record.CallOrigin;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.SiteCounts;
import io.timerscope.record.TaskOwner;
import org.jspecify.annotations.Nullable;

/**
 * Where tasks of one class have come from, as far as the walks agree. Most classes of
 * tasks, a lambda's above all, are scheduled by one site only; once enough walks have
 * said the same, the site is taken as given and a walk now and then is a probe. A class
 * that was seen at two sites is walked every time from then on.
 * <p>
 * The longer a class has kept to its site, the rarer are the probes, within limits. When
 * another site begins to use the class, not much more than one in 512 of all calls is put
 * down to the wrong one before a probe notices; of a young class up to the smallest gap,
 * in each of four stripes. Counting is racy on purpose: what is lost is a probe, never a
 * task.
 */
final class ClassOrigin {

	private static final int WALKED_AT_FIRST = 17;

	private static final int SHARE_SHIFT = 9;

	/** Spreads the probes, so that no rhythm of the application can hide from them. */
	private static final int GOLDEN = 0x9E3779B9;

	/** Threads that schedule at once count in cache lines of their own. */
	private static final int STRIPES = 4;

	private static final int CACHE_LINE = 16;

	/** One probe in 32 looks for a bean where none was on the stack so far. */
	private static final int BEAN_PROBES = 31;

	private final int minGap;

	private final int maxGap;

	/** Calls that are left until the next probe. */
	private final int[] left = new int[(STRIPES + 1) * CACHE_LINE];

	private long inferred;

	private int probes;

	private int walks;

	private volatile boolean mixed;

	private volatile boolean tellingApart;

	/** What the walks agree on, or agreed on at first. */
	private volatile @Nullable Origin origin;

	/** The same, once it can be relied on. */
	private volatile @Nullable Origin trusted;

	private volatile @Nullable SiteCounts counts;

	private volatile @Nullable CallOrigin usual;

	/** A lambda belongs to one line of code, a class with a name to any number. */
	ClassOrigin(Class<?> type) {
		this.minGap = type.isHidden() ? 128 : 32;
		this.maxGap = type.isHidden() ? 16384 : 128;
	}

	/** One that never trusts what it has seen, for classes that are too many to know. */
	static ClassOrigin walking() {
		ClassOrigin classOrigin = new ClassOrigin(Object.class);
		classOrigin.walkAlways();
		return classOrigin;
	}

	/** The origin of one more call, or {@code null} if it has to be walked. */
	@Nullable Origin nextExpected() {
		Origin origin = this.trusted;
		if (origin == null || isProbeDue()) {
			return null;
		}
		Owner bean = origin.bean();
		return (bean != null && bean.isEnded()) ? null : origin;
	}

	/** Counts down to the next probe, and begins anew at it. */
	private boolean isProbeDue() {
		int place = ((int) Thread.currentThread().getId() & (STRIPES - 1)) * CACHE_LINE + CACHE_LINE / 2;
		int left = this.left[place] - 1;
		this.left[place] = (left >= 0) ? left : nextGap();
		return left < 0;
	}

	/** From three quarters of the longest that is allowed to the whole. */
	private int nextGap() {
		long gap = Math.max(this.minGap, Math.min(this.inferred >> SHARE_SHIFT, this.maxGap));
		int random = (++this.probes * GOLDEN) >>> 24;
		gap -= (gap * random) >> 10;
		this.inferred += gap;
		return (int) gap - 1;
	}

	/**
	 * Whether the walk has to go on behind the site to the bean on whose behalf it
	 * schedules, which takes most of its time where there is none.
	 */
	boolean wantsBean() {
		Origin origin = this.trusted;
		return origin == null || origin.bean() != null || (this.walks & BEAN_PROBES) == 0;
	}

	/** The site where a walk has ended, or {@code null}. */
	@Nullable Site site() {
		Origin origin = this.origin;
		return (origin == null) ? null : origin.site();
	}

	/** Whether each task has to be asked for its owner, as of the last walk. */
	boolean isTellingApart() {
		return this.tellingApart;
	}

	/** From now on nothing is inferred. */
	synchronized void walkAlways() {
		this.mixed = true;
		this.trusted = null;
	}

	/** Takes what a walk has found. */
	void learnFrom(Origin walked, boolean tellingApart) {
		if (!this.mixed) {
			learn(walked, tellingApart);
		}
	}

	private synchronized void learn(Origin walked, boolean tellingApart) {
		this.tellingApart = tellingApart;
		this.walks++;
		Origin before = this.origin;
		Owner bean = (before == null) ? null : before.bean();
		if (before == null || (bean != null && bean.isEnded())) {
			this.origin = walked;
			this.trusted = (this.trusted != null) ? walked : null;
		}
		else if (before.site() != walked.site() || bean != walked.bean()) {
			walkAlways();
		}
		else if (this.walks >= WALKED_AT_FIRST && this.trusted == null) {
			this.trusted = before;
		}
	}

	/** The origin of one more call that is not walked, most often the same as before. */
	CallOrigin callOrigin(SchedulerRecord scheduler, Site site, TaskOwner owner, boolean siteInferred) {
		CallOrigin usual = this.usual;
		if (usual != null && usual.owner() == owner && usual.scheduler() == scheduler && usual.site() == site) {
			return usual;
		}
		CallOrigin callOrigin = new CallOrigin(counts(scheduler, site, owner.kind()), owner, null, siteInferred);
		if (!owner.kind().isShortLived() && !this.tellingApart) {
			this.usual = callOrigin;
		}
		return callOrigin;
	}

	/** The counts of the last call if they are those of this one too, else looked up. */
	SiteCounts counts(SchedulerRecord scheduler, Site site, OwnerKind kind) {
		SiteCounts counts = this.counts;
		if (counts == null || counts.scheduler != scheduler || counts.site != site || counts.ownerKind != kind) {
			counts = scheduler.counts().of(site, kind);
			this.counts = counts;
		}
		return counts;
	}

}
