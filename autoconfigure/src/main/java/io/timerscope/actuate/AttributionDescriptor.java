package io.timerscope.actuate;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.timerscope.ledger.Attribution;

/**
 * How completely tasks find their owner in this application.
 *
 * @param complete whether there is no known gap
 * @param gaps what is missing, each with the property that completes it; absent where
 * there is none
 * @since 0.1.0
 */
public record AttributionDescriptor(boolean complete, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> gaps) {

	static AttributionDescriptor of(Attribution attribution) {
		List<String> gaps = attribution.gaps();
		return new AttributionDescriptor(gaps.isEmpty(), gaps);
	}

}
