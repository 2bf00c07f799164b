package io.timerscope.clock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.timerscope.ManualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedClockTests {

	private static final long MICROSECOND = 1_000;

	private final ManualTime time = new ManualTime();

	private final SharedClock clock = new SharedClock(this.time);

	private final AtomicInteger bursts = new AtomicInteger();

	private long number;

	@Test
	void everyEndIsExactWhereNobodyLooksIn() {
		for (int i = 0; i < 1_000; i++) {
			assertThat(end()).isEqualTo(this.time.nanos());
		}
		assertThat(this.clock.look()).isFalse();
	}

	@Test
	void endsThatComeOneByOneAreExact() {
		this.clock.onBurst(this.bursts::incrementAndGet);
		for (int i = 0; i < 100; i++) {
			this.time.pass(Duration.ofMillis(1));
			assertThat(end()).isEqualTo(this.time.nanos());
		}
		assertThat(this.bursts).hasValue(0);
	}

	@Test
	void inABurstTheyShareAReading() {
		this.clock.onBurst(this.bursts::incrementAndGet);
		burst();
		assertThat(this.bursts).hasValue(1);
		long shared = end();
		for (int i = 0; i < 14; i++) {
			assertThat(end()).isEqualTo(shared).isBetween(this.time.nanos() - 17 * MICROSECOND, this.time.nanos());
		}
	}

	@Test
	void whoLooksInEndsTheBurst() {
		this.clock.onBurst(this.bursts::incrementAndGet);
		burst();
		assertThat(this.clock.look()).isTrue();
		this.time.pass(Duration.ofMillis(21));
		assertThat(this.clock.look()).isFalse();
		for (int i = 0; i < 10; i++) {
			assertThat(end()).isEqualTo(this.time.nanos());
		}
		burst();
		assertThat(this.bursts).hasValue(2);
	}

	@Test
	void whereNobodyCanLookAnyMoreEachIsExactAgain() {
		this.clock.onBurst(this.bursts::incrementAndGet);
		burst();
		this.clock.onBurst(null);
		for (int i = 0; i < 100; i++) {
			assertThat(end()).isEqualTo(this.time.nanos());
		}
		this.clock.onBurst(this.bursts::incrementAndGet);
		burst();
		assertThat(this.bursts).hasValue(2);
	}

	private void burst() {
		while (!this.clock.look()) {
			end();
		}
		while (this.number % 16 != 1) {
			end();
		}
	}

	private long end() {
		this.time.pass(Duration.ofNanos(MICROSECOND));
		return this.clock.nanos(this.number++);
	}

}
