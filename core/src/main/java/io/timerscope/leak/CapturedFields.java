package io.timerscope.leak;

import io.timerscope.EndedObjects;
import io.timerscope.record.TrackingErrors;

/**
 * What it takes to read what tasks capture.
 *
 * @param captured reads the fields
 * @param objects knows which of the objects have ended, or are shared
 * @param errors takes the faults
 */
public record CapturedFields(CapturedObjects captured, EndedObjects objects, TrackingErrors errors) {
}
