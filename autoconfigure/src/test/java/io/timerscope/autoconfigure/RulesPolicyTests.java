package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.timerscope.OwnerKind;
import io.timerscope.Schedule;
import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class RulesPolicyTests {

	private final Site here = site();

	@Test
	void eachKindOfOwnerHasItsOwnSettings() {
		RulesPolicy policy = policy(Map.of("timerscope.requests.grace", "1s", "timerscope.sessions.grace", "2s",
				"timerscope.beans.grace", "3s", "timerscope.sessions.on-end", "cancel"));
		assertThat(policy.grace(OwnerKind.REQUEST, this.here)).isEqualTo(Duration.ofSeconds(1));
		assertThat(policy.grace(OwnerKind.SESSION, this.here)).isEqualTo(Duration.ofSeconds(2));
		assertThat(policy.grace(OwnerKind.BEAN, this.here)).isEqualTo(Duration.ofSeconds(3));
		assertThat(policy.cancelsOnOwnerEnd(OwnerKind.REQUEST, this.here)).isFalse();
		assertThat(policy.cancelsOnOwnerEnd(OwnerKind.SESSION, this.here)).isTrue();
		assertThat(policy.cancelsOnOwnerEnd(OwnerKind.BEAN, this.here)).isFalse();
		assertThat(policy.ignores(this.here)).isFalse();
	}

	@Test
	void theFirstRuleThatMatchesCountsAlone() {
		RulesPolicy policy = policy(Map.of("timerscope.rules[0].site", "org.example.**", "timerscope.rules[0].grace",
				"9s", "timerscope.rules[1].site", this.here.className(), "timerscope.rules[1].on-owner-end", "cancel",
				"timerscope.rules[2].site", "**", "timerscope.rules[2].grace", "7s"));
		assertThat(policy.cancelsOnOwnerEnd(OwnerKind.REQUEST, this.here)).isTrue();
		assertThat(policy.grace(OwnerKind.REQUEST, this.here)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void ignoredSitesAreFoundByPattern() {
		RulesPolicy policy = policy(Map.of("timerscope.ignore", this.here.className() + "#" + this.here.methodName()));
		assertThat(policy.ignores(this.here)).isTrue();
	}

	private static RulesPolicy policy(Map<String, String> properties) {
		return new RulesPolicy(new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("timerscope",
				TimerscopeProperties.class));
	}

	private static Site site() {
		TaskLedger ledger = TaskLedger.builder().build();
		TaskTracker tracker = ledger.schedulers().track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.NONE);
		tracker.track(() -> {
		}, Schedule.once(1), (run) -> new java.util.concurrent.FutureTask<>(run, null));
		return ledger.read().snapshot(TaskQuery.DEFAULT).page().tasks().get(0).site();
	}

}
