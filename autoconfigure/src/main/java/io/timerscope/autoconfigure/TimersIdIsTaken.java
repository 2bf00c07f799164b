package io.timerscope.autoconfigure;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether another endpoint has the id {@code timers}. Asked after all other
 * auto-configurations.
 */
final class TimersIdIsTaken extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		OtherTimersEndpoint other = (beans == null) ? null : OtherTimersEndpoint.find(beans);
		return new ConditionOutcome(other != null, ConditionMessage.forCondition("Endpoint id 'timers'")
			.because((other == null) ? "no other endpoint has it" : "bean '" + other.beanName() + "' has it"));
	}

}
