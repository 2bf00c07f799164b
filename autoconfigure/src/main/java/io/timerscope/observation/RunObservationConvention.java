package io.timerscope.observation;

import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;

/**
 * How a run is named and described. A bean of this type replaces the
 * {@linkplain DefaultRunObservationConvention default}.
 *
 * @since 0.1.0
 */
public interface RunObservationConvention extends GlobalObservationConvention<RunObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof RunObservationContext;
	}

}
