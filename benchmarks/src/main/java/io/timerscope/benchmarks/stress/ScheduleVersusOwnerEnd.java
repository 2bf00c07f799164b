package io.timerscope.benchmarks.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.II_Result;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

/** A second task is scheduled while its owner ends: neither is left live. */
@JCStressTest
@Outcome(id = "20, 0", expect = ACCEPTABLE, desc = "both were cancelled")
public class ScheduleVersusOwnerEnd {

	@Actor
	public void first(OneTask task) {
		task.schedule();
	}

	@Actor
	public void second(OneTask task) {
		task.ownerEnds();
	}

	@Arbiter
	public void judge(OneTask task, II_Result result) {
		result.r1 = task.ends();
		result.r2 = task.live();
	}

}
