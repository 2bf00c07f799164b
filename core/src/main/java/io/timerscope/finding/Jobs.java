package io.timerscope.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.timerscope.snapshot.JobSnapshot;

/** Groups periodic tasks by where they were scheduled. */
final class Jobs {

	private Jobs() {
	}

	static Map<Place, List<JobSnapshot>> byPlace(List<JobSnapshot> jobs, Predicate<JobSnapshot> filter) {
		Map<Place, List<JobSnapshot>> places = new LinkedHashMap<>();
		for (JobSnapshot job : jobs) {
			if (filter.test(job)) {
				places.computeIfAbsent(new Place(job.site(), job.scheduler()), (place) -> new ArrayList<>()).add(job);
			}
		}
		return places;
	}

	static JobSnapshot worst(List<JobSnapshot> jobs, ToLongFunction<JobSnapshot> badness) {
		return jobs.stream().max(Comparator.comparingLong(badness)).orElseThrow();
	}

}
