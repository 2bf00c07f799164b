package io.timerscope.ledger;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.origin.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClassOriginTests {

	private static final int WALKS = 17;

	private final Bench bench = new Bench();

	private final Origin line = new Origin(this.bench.ledger.site(), null);

	private final Origin other = new Origin(this.bench.ledger.site(), null);

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void nothingIsExpectedBeforeEnoughWalksAgree() {
		ClassOrigin origin = new ClassOrigin(String.class);
		for (int i = 1; i < WALKS; i++) {
			origin.learnFrom(this.line, false);
			assertThat(origin.nextExpected()).isNull();
		}
		origin.learnFrom(this.line, false);
		assertThat(expected(origin)).isSameAs(this.line);
	}

	@Test
	void aClassThatWasSeenAtTwoLinesIsWalkedEachTime() {
		ClassOrigin origin = trusted();
		origin.learnFrom(new Origin(Site.UNKNOWN, null), false);
		for (int i = 0; i < 1000; i++) {
			assertThat(origin.nextExpected()).isNull();
		}
	}

	@Test
	void aProbeIsWalkedNowAndThen() {
		ClassOrigin origin = trusted();
		int walked = 0;
		for (int i = 0; i < 10_000; i++) {
			walked += (origin.nextExpected() == null) ? 1 : 0;
		}
		assertThat(walked).isBetween(10_000 / 128, 10_000 / 24);
	}

	@Test
	void theLineOfABeanThatHasEndedIsNotExpected() {
		ClassOrigin origin = new ClassOrigin(String.class);
		Owner bean = this.bench.ledger.openOwner(OwnerKind.BEAN, "prices");
		for (int i = 0; i < WALKS; i++) {
			origin.learnFrom(new Origin(this.line.site(), bean), false);
		}
		assertThat(expected(origin)).isNotNull();
		this.bench.ledger.ownerEnded(bean);
		assertThat(expected(origin)).isNull();
	}

	@Test
	void oneThatAlwaysWalksLearnsNothing() {
		ClassOrigin origin = ClassOrigin.walking();
		for (int i = 0; i < 2 * WALKS; i++) {
			origin.learnFrom(this.other, false);
		}
		assertThat(expected(origin)).isNull();
	}

	private ClassOrigin trusted() {
		ClassOrigin origin = new ClassOrigin(String.class);
		for (int i = 0; i < WALKS; i++) {
			origin.learnFrom(this.line, false);
		}
		return origin;
	}

	/** One of two calls in a row is no probe. */
	private static Origin expected(ClassOrigin origin) {
		Origin first = origin.nextExpected();
		return (first != null) ? first : origin.nextExpected();
	}

}
