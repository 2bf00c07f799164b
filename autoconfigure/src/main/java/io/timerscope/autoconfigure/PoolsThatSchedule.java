package io.timerscope.autoconfigure;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether a {@link ForkJoinPool} is a scheduler, as it is from JDK 25 on. Asked before
 * anybody looks for such a pool.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PoolsThatSchedule extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean schedule = ScheduledExecutorService.class.isAssignableFrom(ForkJoinPool.class);
		return new ConditionOutcome(schedule, ConditionMessage.forCondition("ForkJoinPool")
			.because(schedule ? "it is a scheduler on this JDK" : "it is no scheduler before JDK 25"));
	}

}
