package io.timerscope.benchmarks.stress;

import io.timerscope.Totals;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.III_Result;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

/** A reader beside a schedule, a run, a cancel and an end: whatever it sees adds up. */
@JCStressTest
@Outcome(id = "0, 1010, 0", expect = ACCEPTABLE, desc = "the reader saw a consistent ledger")
public class SnapshotVersusEverything {

	@Actor
	public void write(OneTask task) {
		task.run();
		task.schedule();
		task.cancel();
		task.ownerEnds();
	}

	@Actor
	public void read(OneTask task, III_Result result) {
		for (int reading = 0; reading < 4; reading++) {
			result.r1 += addsUp(task.totals()) ? 0 : 1;
		}
	}

	private static boolean addsUp(Totals it) {
		long ended = it.completed() + it.failed() + it.cancelled() + it.lost();
		return it.scheduled() == it.live() + ended && it.scheduled() >= 1 && it.scheduled() <= 2 && it.live() >= 0
				&& it.running() <= it.live();
	}

	@Arbiter
	public void judge(OneTask task, III_Result result) {
		result.r2 = task.ends();
		result.r3 = task.live();
	}

}
