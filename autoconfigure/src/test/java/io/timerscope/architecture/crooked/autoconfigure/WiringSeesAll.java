package io.timerscope.architecture.crooked.autoconfigure;

import io.timerscope.architecture.crooked.finding.Found;
import io.timerscope.architecture.crooked.metrics.MetricsSeesFindings;
import io.timerscope.architecture.crooked.web.WebSeesSibling;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.AutoConfiguration;

@AutoConfiguration
public class WiringSeesAll {

	public static Object lastSeen = new Found();

	public Object everything() {
		Hooks.resetOnOperatorDebug();
		Schedulers.removeExecutorServiceDecorator("any");
		lastSeen = new MetricsSeesFindings();
		return new WebSeesSibling();
	}

	public static class SightManager {

	}

}
