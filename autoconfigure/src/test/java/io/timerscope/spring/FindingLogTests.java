package io.timerscope.spring;

import java.time.Instant;
import java.util.List;

import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client sends cannot pass for a line of the log. */
@ExtendWith(OutputCaptureExtension.class)
class FindingLogTests {

	private static final String FORGED = "/rooms/x\r\n2026-01-01 ERROR refund approved\u001b[2J";

	@Test
	void aFindingIsOneLineWithoutControlCharacters(CapturedOutput output) {
		Finding finding = new Finding("f1", FindingKind.DEAD, FORGED, FORGED, 1, Instant.EPOCH, FORGED, FORGED,
				List.of());
		FindingLog log = new FindingLog();
		log.raised(finding);
		log.resolved(finding);
		assertThat(output.getAll().chars().filter(Character::isISOControl).filter((it) -> it != '\n')).isEmpty();
		assertThat(output.getAll().lines().filter((line) -> line.contains("refund approved"))).hasSize(2)
			.noneMatch((line) -> line.startsWith("2026-01-01"));
	}

}
