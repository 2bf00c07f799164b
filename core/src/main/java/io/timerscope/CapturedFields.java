package io.timerscope;

/**
 * What it takes to read what tasks capture.
 *
 * @param captured reads the fields
 * @param objects knows which of the objects have ended, or are shared
 * @param errors takes the faults
 */
record CapturedFields(CapturedObjects captured, EndedObjects objects, TrackingErrors errors) {
}
