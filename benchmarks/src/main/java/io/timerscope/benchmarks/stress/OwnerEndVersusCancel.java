package io.timerscope.benchmarks.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.II_Result;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

/** The end of an owner against a cancel by hand. */
@JCStressTest
@Outcome(id = "10, 0", expect = ACCEPTABLE, desc = "one of them ended it")
public class OwnerEndVersusCancel {

	@Actor
	public void first(OneTask task) {
		task.ownerEnds();
	}

	@Actor
	public void second(OneTask task) {
		task.cancel();
	}

	@Arbiter
	public void judge(OneTask task, II_Result result) {
		result.r1 = task.ends();
		result.r2 = task.live();
	}

}
