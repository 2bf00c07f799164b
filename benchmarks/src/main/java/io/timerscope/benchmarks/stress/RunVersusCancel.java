package io.timerscope.benchmarks.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.II_Result;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

/** A run against the cancel of that run. */
@JCStressTest
@Outcome(id = "1000, 0", expect = ACCEPTABLE, desc = "the run ended it")
@Outcome(id = "10, 0", expect = ACCEPTABLE, desc = "the cancel ended it")
public class RunVersusCancel {

	@Actor
	public void first(OneTask task) {
		task.run();
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
