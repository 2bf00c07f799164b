package io.timerscope.spring;

import java.time.Instant;
import java.util.List;

import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingKind;
import io.timerscope.spring.finding.FindingLog;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/** Logs one finding with whatever logging system is on the class path. */
final class FindingProgram {

	private FindingProgram() {
	}

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setLogStartupInfo(false);
		application.run(args).close();
		Finding finding = new Finding("f1", FindingKind.DEAD, "com.acme.Report.nightly(Report.java:20)", "reports", 3,
				Instant.parse("2026-11-26T09:00:00Z"), "it died", "mend it", List.of());
		FindingLog log = new FindingLog();
		log.raised(finding);
		log.resolved(finding);
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
