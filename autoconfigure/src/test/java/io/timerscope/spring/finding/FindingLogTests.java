package io.timerscope.spring.finding;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What a client sends cannot pass for a line of the log. */
@ExtendWith(OutputCaptureExtension.class)
class FindingLogTests {

	private static final String FORGED = "/rooms/x\r\n2026-01-01 ERROR refund approved\u001b[2J";

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.timerscope.findings");

	@Test
	void eachLineCarriesTheFindingAsFields() {
		ListAppender<ILoggingEvent> events = new ListAppender<>();
		events.start();
		this.logger.addAppender(events);
		Finding finding = new Finding("f1", FindingKind.LATE, "taskScheduler", "taskScheduler", 3, Instant.EPOCH,
				"evidence", "advice", List.of());
		FindingLog log = new FindingLog();
		log.raised(finding);
		log.resolved(finding);
		this.logger.detachAppender(events);
		assertThat(events.list).extracting(FindingLogTests::fields)
			.containsExactly("timerscope.event=raised timerscope.kind=late timerscope.severity=problem "
					+ "timerscope.site=taskScheduler timerscope.fingerprint=" + finding.fingerprint()
					+ " timerscope.scheduler=taskScheduler timerscope.count=3 timerscope.since=1970-01-01T00:00:00Z",
					"timerscope.event=resolved timerscope.kind=late timerscope.severity=problem "
							+ "timerscope.site=taskScheduler timerscope.fingerprint=" + finding.fingerprint()
							+ " timerscope.scheduler=taskScheduler timerscope.count=3 timerscope.since=1970-01-01T00:00:00Z");
	}

	private static String fields(ILoggingEvent event) {
		return event.getKeyValuePairs()
			.stream()
			.map((pair) -> pair.key + "=" + pair.value)
			.collect(Collectors.joining(" "));
	}

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
