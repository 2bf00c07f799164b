package io.timerscope.actuate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an operator can change while the application runs, apart from cancelling tasks.
 *
 * @since 0.1.0
 */
public interface OperatorControls {

	/**
	 * The rules.
	 * @return in the order in which they count
	 */
	default List<RuleDescriptor> rules() {
		return List.of();
	}

	/**
	 * Adds a rule before all others, for the life of this process.
	 * @param request what the rule is to say
	 * @return the rule with its number, or {@code null} where rules cannot be added
	 * @throws IllegalArgumentException if a value is not one that the rule takes; the
	 * message names it and what it takes
	 */
	default @Nullable RuleDescriptor addRule(RuleRequest request) {
		return null;
	}

	/**
	 * Takes back a rule that was added.
	 * @param number its number
	 * @return whether there was such a rule
	 */
	default boolean removeRule(long number) {
		return false;
	}

	/**
	 * Takes a finding off the list that would stay there for ever: that a task has died.
	 * @param id the finding's id
	 * @return whether there was such a finding of the kind {@code dead}
	 */
	default boolean acknowledge(String id) {
		return false;
	}

}
