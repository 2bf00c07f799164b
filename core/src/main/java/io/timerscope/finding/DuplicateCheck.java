package io.timerscope.finding;

import java.util.List;

import io.timerscope.OwnerKind;
import io.timerscope.snapshot.DuplicateJobs;

/** Sees lines that have scheduled the same periodic task once more. */
final class DuplicateCheck implements Check {

	@Override
	public FindingKind kind() {
		return FindingKind.DUPLICATE;
	}

	@Override
	public List<Observation> look(Scene scene) {
		return scene.jobs().twins().stream().map(DuplicateCheck::observation).toList();
	}

	private static Observation observation(DuplicateJobs twins) {
		String owner = (twins.ownerKind() == OwnerKind.BEAN) ? " for the bean " + twins.ownerName() : "";
		return new Observation(FindingKind.DUPLICATE, twins.site(), twins.scheduler(), twins.count(), twins.last(),
				twins.count() + " live periodic tasks (" + Words.schedule(twins.schedule()) + ") do the same" + owner
						+ ": the first was scheduled at " + twins.first() + ", the last at " + twins.last()
						+ ", by separate calls",
				"Cancel the earlier task before " + twins.site().taskName()
						+ " schedules again, or let it schedule only once. "
						+ Words.silence(twins.site(), "If several are meant"));
	}

}
