package io.timerscope.actuate;

import java.util.Map;

import io.timerscope.finding.FindingKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

class TimersHealthIndicatorTests {

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void leaksAreDetailsAndNoMoreByDefault() {
		this.shop.leak("POST /orders", 2);
		Health health = health(false, null, Map.of(FindingKind.OUTLIVED_REQUEST, 1L));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsExactlyInAnyOrderEntriesOf(Map.of("live", 2L, "running", 0L, "leaked",
				2L, "retained", 0L, "findings", Map.of("outlived-request", 1L)));
	}

	@Test
	void moreLeaksThanToleratedTurnItDown() {
		this.shop.leak("POST /orders", 2);
		assertThat(health(false, 2, Map.of()).getStatus()).isEqualTo(Status.UP);
		assertThat(health(false, 1, Map.of()).getStatus()).isEqualTo(Status.DOWN);
		assertThat(health(false, 0, Map.of()).getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void whileWorkIsRefusedItIsOutOfService() {
		this.shop.leak("POST /orders", 2);
		assertThat(health(true, 1, Map.of()).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@Test
	void whatCannotBeReadIsUnknownAndNotDown() {
		Health health = new TimersHealthIndicator(this.shop.ledger, () -> {
			throw new IllegalStateException("findings");
		}, () -> false, null).health();
		assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
		assertThat(health.getDetails()).isEmpty();
		assertThat(this.shop.ledger.trackingErrors()).isEqualTo(1);
	}

	private Health health(boolean shedding, Integer maxLeaked, Map<FindingKind, Long> findings) {
		return new TimersHealthIndicator(this.shop.ledger, () -> findings, () -> shedding, maxLeaked).health();
	}

}
