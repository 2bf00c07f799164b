package io.timerscope.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/**
 * Auto-configuration of the ledger of scheduled tasks.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
public final class TimerscopeAutoConfiguration {

}
