package io.timerscope.architecture.crooked.metrics;

import io.timerscope.architecture.crooked.record.Kept;

public class MetricsSeesRecords {

	final Kept seen = new Kept();

}
