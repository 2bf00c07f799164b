package io.timerscope.guard;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.timerscope.Admission;
import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * The guard against an avalanche of tasks. When several samples in a row breach a limit
 * it reports an overload and, where it may, refuses new tasks of the sites that grew
 * meanwhile, never declared ones and never other sites. A site is let go on once it is
 * under half of its limit, and all are once as many samples in a row breach none.
 * <p>
 * Written by the clock; asked by every thread that schedules, and read by any thread.
 *
 * @since 0.1.0
 */
public final class Guard implements Admission {

	/** A site that grew by less than this part of the growth is not its cause. */
	private static final long SHARE = 10;

	/** Growth by less than this part of the site's limit is no cause of anything. */
	private static final long TRIVIAL_PART = 100;

	/** Nor is growth by fewer tasks than this, or by less than a tenth of the limit. */
	private static final long TRIVIAL = 10;

	private final GuardLimits limits;

	private final Breach breach;

	private final LongAdder rejections = new LongAdder();

	/** As many samples as must agree, and the one before; oldest first. */
	private final Deque<GuardSample> samples = new ArrayDeque<>();

	private volatile Map<Site, Refusal> refused = Map.of();

	private volatile @Nullable Overload overload;

	private volatile boolean started;

	private Instant since = Instant.EPOCH;

	private int breaches;

	private int calm;

	/**
	 * Makes a guard that has seen nothing.
	 * @param limits what a sample breaches
	 */
	public Guard(GuardLimits limits) {
		this.limits = limits;
		this.breach = new Breach(limits);
	}

	/** Says that the application has started: from now on growth counts. */
	public void started() {
		this.started = true;
	}

	/**
	 * What the guard does to new tasks.
	 * @return the state after the last sample
	 */
	public GuardState state() {
		return this.refused.isEmpty() ? GuardState.CLOSED : GuardState.SHEDDING;
	}

	/**
	 * Calls refused so far.
	 * @return the number of calls
	 */
	public long rejections() {
		return this.rejections.sum();
	}

	/**
	 * What is breached.
	 * @return the overload after the last sample, or {@code null} if there is none
	 */
	public @Nullable Overload overload() {
		return this.overload;
	}

	@Override
	public @Nullable String refusal(Site site, boolean declared) {
		Map<Site, Refusal> refused = this.refused;
		Refusal refusal = (declared || refused.isEmpty()) ? null : refused.get(site);
		if (refusal == null) {
			return null;
		}
		this.rejections.increment();
		return refusal.message();
	}

	@Override
	public boolean mayRefuse(Site site) {
		Map<Site, Refusal> refused = this.refused;
		return !refused.isEmpty() && refused.containsKey(site);
	}

	/**
	 * Takes a sample into account.
	 * @param sample the newest sample
	 */
	public void sample(GuardSample sample) {
		String breach = this.breach.of(sample, this.started);
		if (breach == null) {
			this.breaches = 0;
			this.calm++;
		}
		else {
			this.since = (this.breaches == 0 && this.overload == null) ? sample.time() : this.since;
			this.breaches++;
			this.calm = 0;
		}
		this.refused = refused(sample, breach);
		this.overload = overload(sample, breach);
		this.samples.addLast(sample);
		if (this.samples.size() > this.limits.consecutive()) {
			this.samples.removeFirst();
		}
	}

	private Map<Site, Refusal> refused(GuardSample sample, @Nullable String breach) {
		if (this.calm >= this.limits.consecutive()) {
			return Map.of();
		}
		Map<Site, Refusal> refused = new HashMap<>(this.refused);
		refused.entrySet().removeIf((it) -> it.getValue().isOver(sample.liveOf(it.getKey())));
		if (this.limits.sheds() && breach != null && this.breaches >= this.limits.consecutive()) {
			Map<Site, Long> growth = growth(sample);
			long all = growth.values().stream().mapToLong(Long::longValue).sum();
			growth.forEach((site, grown) -> {
				long live = sample.liveOf(site);
				long limit = this.limits.maxLiveOfSite().applyAsLong(site);
				boolean cause = grown * SHARE >= all && !isTrivial(grown, limit);
				if (site.isKnown() && (cause || live > limit)) {
					refused.putIfAbsent(site, Refusal.of(site, live, limit, breach, this.limits.consecutive()));
				}
			});
		}
		return Map.copyOf(refused);
	}

	private static boolean isTrivial(long grown, long limit) {
		return grown < Math.max(Math.min(TRIVIAL, limit / SHARE), limit / TRIVIAL_PART);
	}

	/** By how much each site grew over the breaching samples, where it did. */
	private Map<Site, Long> growth(GuardSample sample) {
		GuardSample before = (this.samples.size() < this.limits.consecutive()) ? null : this.samples.peekFirst();
		Map<Site, Long> growth = new HashMap<>();
		sample.live().forEach((site, live) -> {
			long grown = live - ((before == null) ? 0 : before.liveOf(site));
			if (grown > 0) {
				growth.put(site, grown);
			}
		});
		return growth;
	}

	/** An overload ends as slowly as it begins. */
	private @Nullable Overload overload(GuardSample sample, @Nullable String breach) {
		Overload before = this.overload;
		List<String> sites = this.refused.keySet().stream().map(Site::toString).sorted().toList();
		if (breach != null && (before != null || this.breaches >= this.limits.consecutive())) {
			int samples = (before == null) ? this.breaches : before.samples() + 1;
			return new Overload(breach, samples, sample.total(), this.since, sites);
		}
		if (before == null || (sites.isEmpty() && this.calm >= this.limits.consecutive())) {
			return null;
		}
		return new Overload(before.breach(), before.samples(), sample.total(), before.since(), sites);
	}

	/**
	 * Why a site is refused.
	 *
	 * @param message what callers are told
	 * @param threshold under which number of live tasks it ends
	 */
	private record Refusal(String message, long threshold) {

		/** A site that is refused below half of its limit has to halve what it has. */
		static Refusal of(Site site, long live, long limit, String breach, int samples) {
			long threshold = (live > limit / 2) ? limit / 2 : live / 2;
			return new Refusal("Timerscope's guard refuses new tasks of " + site + ", of which " + live
					+ " are live and growing: " + breach + ". It accepts them again when fewer than "
					+ Math.max(1, threshold) + " are live, or after " + samples
					+ ((samples == 1) ? " sample" : " samples") + " without a breach", threshold);
		}

		boolean isOver(long live) {
			return live < this.threshold || live == 0;
		}

	}

}
