package io.timerscope;

import java.util.concurrent.TimeUnit;

import io.timerscope.ledger.Bench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Text of applications and clients, where it is kept to be shown. */
class PlainTextTests {

	private static final String FORGED = "x\r\n2026-01-01 ERROR refund approved\u001b[2J\u0007\u009b2J\u2028\u202e";

	private static final String ONE_LINE = "x  2026-01-01 ERROR refund approved [2J  2J  ";

	@ParameterizedTest
	@ValueSource(strings = { "", "POST /orders", "Größe 😀 注文", "a\u00a0b" })
	void aTextWithNothingWrongIsTheSame(String text) {
		assertThat(PlainText.of(text)).isEqualTo(text);
	}

	@Test
	void controlCharactersAreSpaces() {
		assertThat(PlainText.of(FORGED)).isEqualTo(ONE_LINE);
	}

	@Test
	void halfACharacterIsReplaced() {
		assertThat(PlainText.of("a\uD83Db\uDE00c")).isEqualTo("a\uFFFDb\uFFFDc");
	}

	@Test
	void aTextIsCutBetweenTwoCharacters() {
		assertThat(PlainText.of("abc😀", 5)).isEqualTo("abc😀");
		assertThat(PlainText.of("abc😀d", 5)).isEqualTo("abc…");
		assertThat(PlainText.of("abcd😀d", 5)).isEqualTo("abcd…");
	}

	@Test
	void theMessageOfAnExceptionIsOneLine() {
		assertThat(ErrorText.of(new IllegalStateException(FORGED)))
			.isEqualTo("java.lang.IllegalStateException: " + ONE_LINE);
	}

	@Test
	void theMessageOfAnExceptionIsNotCutWithinACharacter() {
		String text = ErrorText.of(new IllegalStateException("x".repeat(165) + "😀".repeat(50)));
		assertThat(text).endsWith("x…").hasSize(199);
	}

	@Test
	void anOwnersNameIsOneLineOfABoundedLength() {
		try (Bench bench = new Bench()) {
			Owner owner = bench.ledger.openOwner(OwnerKind.SESSION, FORGED);
			assertThat(owner.name()).isEqualTo(ONE_LINE);
			owner.rename("GET /\n");
			assertThat(owner.name()).isEqualTo("GET / ");
			owner.rename("/" + "x".repeat(10_000));
			assertThat(owner.name()).hasSize(500);
		}
	}

	@Test
	void theNameOfTheThreadThatSchedulesIsOneLine() {
		try (Bench bench = new Bench()) {
			Thread thread = new Thread(() -> {
				bench.executor.schedule(() -> {
				}, 1, TimeUnit.HOURS);
				bench.executor.scheduleAtFixedRate(() -> {
				}, 1, 1, TimeUnit.HOURS);
			}, FORGED);
			thread.start();
			await().until(() -> bench.totals().live() == 2);
			assertThat(bench.tasks(TaskQuery.States.LIVE).tasks()).extracting(TaskSnapshot::thread)
				.containsOnly(ONE_LINE);
		}
	}

}
