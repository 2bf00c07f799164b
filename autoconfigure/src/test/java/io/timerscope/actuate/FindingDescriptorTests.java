package io.timerscope.actuate;

import java.time.Instant;
import java.util.List;

import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingKind;
import io.timerscope.finding.Severity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FindingDescriptorTests {

	private static final String ERROR = "java.lang.IllegalStateException: no (card) 4111\nat all";

	@Test
	void aFindingIsShownInTheWordsOfTheContract() {
		assertThat(JsonMapper.shared().writeValueAsString(FindingDescriptor.of(finding("evidence"), true))).isEqualTo(
				"{\"id\":\"f3\",\"kind\":\"dead\",\"severity\":\"problem\",\"fingerprint\":\"7f6726f19c52\",\"subject\":\"com.acme.Report.run\","
						+ "\"scheduler\":\"taskScheduler\",\"count\":2,\"since\":\"2026-11-23T10:14:01Z\","
						+ "\"evidence\":\"evidence\",\"advice\":\"advice\"}");
	}

	@Test
	void theEvidenceOfADeathIsShownWithoutMessageWhereMessagesAreSwitchedOff() {
		Finding finding = finding("a periodic task was ended by an exception (" + ERROR
				+ ") at 2026-11-23T10:14:01Z after 2 runs; nobody cancelled it");
		assertThat(FindingDescriptor.of(finding, true).evidence()).contains("4111");
		assertThat(FindingDescriptor.of(finding, false).evidence())
			.isEqualTo("a periodic task was ended by an exception (java.lang.IllegalStateException) "
					+ "at 2026-11-23T10:14:01Z after 2 runs; nobody cancelled it");
	}

	private static Finding finding(String evidence) {
		return new Finding("f3", FindingKind.DEAD, Severity.PROBLEM, "com.acme.Report.run", "taskScheduler", 2,
				Instant.parse("2026-11-23T10:14:01Z"), evidence, "advice", List.of(), null, ERROR, "7f6726f19c52");
	}

}
