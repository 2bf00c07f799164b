package io.timerscope.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.timerscope.LeakReason;
import io.timerscope.ledger.LedgerReader;
import io.timerscope.snapshot.LeakGroup;
import io.timerscope.snapshot.OutlivedTasks;

/** Sees live tasks that are leaks, and those that outlived their owner and are none. */
final class LeakCheck {

	static final Set<FindingKind> KINDS = Stream
		.concat(Stream.of(LeakReason.values()).map(FindingKind::of), Stream.of(FindingKind.OUTLIVING))
		.collect(Collectors.toUnmodifiableSet());

	private final LedgerReader ledger;

	LeakCheck(LedgerReader ledger) {
		this.ledger = ledger;
	}

	List<Observation> look() {
		OutlivedTasks outlived = this.ledger.outlived();
		List<Observation> observations = new ArrayList<>();
		outlived.leaks().forEach((group) -> observations.add(leak(group)));
		outlived.outliving().forEach((group) -> observations.add(outliving(group)));
		return observations;
	}

	private static Observation leak(LeakGroup group) {
		return new Observation(FindingKind.of(group.reason()), group.tasks().site(), group.tasks().scheduler(),
				group.tasks().count(), group.since(), LeakWords.evidence(group), LeakWords.advice(group))
			.by(group.witness());
	}

	private static Observation outliving(OutlivedTasks.Outliving group) {
		return new Observation(FindingKind.OUTLIVING, group.tasks().site(), group.tasks().scheduler(),
				group.tasks().count(), group.since(), OutlivingWords.evidence(group.tasks()),
				OutlivingWords.advice(group.tasks()));
	}

}
