package io.timerscope.architecture.crooked.metrics;

import io.timerscope.architecture.crooked.finding.Found;

public class MetricsSeesFindings {

	final Found seen = new Found();

}
