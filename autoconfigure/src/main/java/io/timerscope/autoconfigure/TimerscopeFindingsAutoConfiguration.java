package io.timerscope.autoconfigure;

import io.timerscope.TaskLedger;
import io.timerscope.finding.FindingBook;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the findings: what is wrong with the application's tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeAutoConfiguration.class)
@ConditionalOnBean(TaskLedger.class)
public final class TimerscopeFindingsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FindingBook timerscopeFindings(TaskLedger ledger) {
		return new FindingBook(ledger);
	}

}
