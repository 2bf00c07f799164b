package io.timerscope.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.snapshot.SiteCountsSnapshot;
import org.jspecify.annotations.Nullable;

/** Sees sites whose live tasks grow sample by sample, past their limit. */
final class GrowingCheck implements Check {

	private final FindingLimits limits;

	private Map<Place, Trend> trends = new HashMap<>();

	GrowingCheck(FindingLimits limits) {
		this.limits = limits;
	}

	@Override
	public FindingKind kind() {
		return FindingKind.GROWING;
	}

	@Override
	public List<Observation> look(Scene scene) {
		Map<Place, Long> live = new HashMap<>();
		for (SiteCountsSnapshot line : scene.lines()) {
			live.merge(new Place(line.site(), line.scheduler()), line.totals().live(), Long::sum);
		}
		Map<Place, Trend> before = this.trends;
		Map<Place, Trend> after = new HashMap<>();
		List<Observation> observations = new ArrayList<>();
		live.forEach((place, count) -> {
			Trend last = before.get(place);
			Trend trend = (last != null && scene.isFair()) ? next(last, place, count, scene.now())
					: new Trend(count, count, 0, 0, null);
			after.put(place, trend);
			if (trend.raisedAt() != null) {
				observations.add(observation(place, trend, trend.raisedAt()));
			}
		});
		this.trends = after;
		return observations;
	}

	/** Once raised, it takes as many samples without growth to calm down. */
	private Trend next(Trend last, Place place, long live, Instant now) {
		boolean grew = live > last.live();
		int growing = grew ? last.growing() + 1 : 0;
		int calm = grew ? 0 : last.calm() + 1;
		long from = grew ? last.from() : live;
		boolean over = live > this.limits.maxLive(place.site()) && !this.limits.ignores(place.site());
		boolean stays = over && last.raisedAt() != null && calm < this.limits.consecutive();
		boolean starts = over && growing >= this.limits.consecutive();
		Instant raisedAt = stays ? last.raisedAt() : starts ? now : null;
		return new Trend(live, (stays && !grew) ? last.from() : from, growing, calm, raisedAt);
	}

	private Observation observation(Place place, Trend trend, Instant since) {
		return new Observation(FindingKind.GROWING, place.site(), place.scheduler(), trend.live(), since,
				"live tasks grew from " + trend.from() + " to " + trend.live() + " within "
						+ Words.count(Math.max(trend.growing(), this.limits.consecutive()), "sample")
						+ ", the limit is " + this.limits.maxLive(place.site()),
				"End each task when its work is over, or let fewer of them start. If so many are meant to live, raise "
						+ "max-live of this site in timerscope.rules");
	}

	/** How the live tasks of a place went over the last samples. */
	private record Trend(long live, long from, int growing, int calm, @Nullable Instant raisedAt) {
	}

}
