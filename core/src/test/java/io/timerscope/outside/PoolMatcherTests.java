package io.timerscope.outside;

import java.util.List;
import java.util.Map;

import io.timerscope.outside.HeldPool.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PoolMatcherTests {

	private final TimerThread thread = new TimerThread(new Thread("gauges-0"), OutsideKind.POOL, null);

	/** A pool that hides its names also hides whether it has a thread yet. */
	@Test
	void aLibraryIsNotNamedForAThreadThatIsOnlyGuessedToBeIts() {
		HeldPool guess = held(hidden("bean cache, field ses", "evictor", Role.FIELD));
		assertThat(guess.isQuiet()).isTrue();
		assertThat(guess.heldBy()).isNull();
		assertThat(guess.library()).isNull();
	}

	@Test
	void aThreadThatIsGuessedToBeOfATrackedSchedulerIsTracked() {
		assertThat(held(hidden("bean taskScheduler", null, Role.TRACKED)).role()).isEqualTo(Role.TRACKED);
	}

	@Test
	void theOnlyHiddenPoolOfTheApplicationIsNamedForTheOnlyThread() {
		assertThat(held(hidden("bean orders, field delays", null, Role.FIELD)).heldBy())
			.isEqualTo("bean orders, field delays");
	}

	@Test
	void aThreadThatIsKnownByItsNameHasItsHolder() {
		HeldPool pool = new HeldPool(OutsideKind.POOL, "bean meters, field gauges", "spectator", Role.FIELD, 1, 0,
				List.of((name) -> name.startsWith("gauges-")), false, false);
		assertThat(held(pool)).isSameAs(pool);
	}

	private HeldPool held(HeldPool pool) {
		Map<Long, HeldPool> found = PoolMatcher.match(List.of(this.thread), List.of(pool));
		assertThat(found).containsOnlyKeys(this.thread.id());
		return found.values().iterator().next();
	}

	private static HeldPool hidden(String heldBy, @Nullable String library, Role role) {
		return new HeldPool(OutsideKind.POOL, heldBy, library, role, 1, 0, List.of(), true, true);
	}

}
