package io.timerscope.autoconfigure;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.timerscope.finding.FindingBook;
import io.timerscope.guard.Guard;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.metrics.TimerscopeMeterBinder;
import io.timerscope.recent.LastHour;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the meters. Needs no registry: Boot binds every binder to each
 * registry, whenever that appears.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TimerscopeFindingsAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(FindingBook.class)
public final class TimerscopeMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TimerscopeMeterBinder timerscopeMeterBinder(TaskLedger ledger, FindingBook findings, ObjectProvider<Guard> guard,
			LastHour hour, TimerscopeProperties properties) {
		return new TimerscopeMeterBinder(ledger, findings, guard.getIfAvailable(), hour, properties.metrics().sites(),
				properties.metrics().jobs());
	}

}
