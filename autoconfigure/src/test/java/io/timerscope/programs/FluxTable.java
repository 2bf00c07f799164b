package io.timerscope.programs;

import java.util.List;

/** The programs on WebFlux, and what is to be said of each. */
final class FluxTable {

	static final List<Program> CORRECT = List
		.of(program("FluxJobs$Report", 3, "POST /report/20", "POST /report/30").goesOn(1).ticks(),
				program("FluxJobs$Subscription", 3, "POST /polling").goesOn(1).ticks(),
				program("FluxJobs$Reminders", 25, "POST /reminders/{n}").goesOn(25),
				program("FluxJobs$Delays", 25, "POST /delays/{n}").goesOn(25),
				program("FluxJobs$FirstUse", 3, "GET /weather/{n}", "GET /weather/{n}").goesOn(3).ticks(),
				program("FluxJobs$Poll", 3, "POST /imports").goesOn(3).ticks(),
				program("FluxStreams$SharedInterval", 12, "SSE /ticks"),
				program("FluxStreams$AutoConnected", 12, "SSE /beats").remains(1)
					.ticks()
					.at("reactor.core.scheduler.Schedulers.workerSchedulePeriodically"),
				program("FluxStreams$OwnInterval", 12, "SSE /scores"),
				program("FluxStreams$CarefulFeed", 12, "SSE /feed"), program("FluxStreams$Timeout", 12, "GET /ask"),
				program("FluxStreams$Debounced", 25, "POST /documents/{n}").goesOn(1),
				program("FluxStreams$Bundles", 25, "POST /bundles/{n}").goesOn(1),
				program("FluxStreams$Retries", 25, "POST /webhooks/{n}").goesOn(25),
				program("FluxStreams$Cached", 12, "GET /rates").remains(1)
					.at("reactor.core.scheduler.Schedulers.directSchedule"),
				program("FluxStreams$Delayed", 25, "POST /messages/{n}").remains(25),
				program("FluxTimers$Streams", 12, "SSE /parallel/scores", "SSE /parallel/news"),
				program("FluxTimers$Timeout", 12, "GET /parallel/ask", "GET /parallel/parts"),
				program("FluxTimers$Retries", 25, "POST /parallel/webhooks/{n}").goesOn(25),
				program("FluxTimers$Reminders", 25, "POST /parallel/messages/{n}", "POST /elastic/messages/{n}")
					.goesOn(50),
				program("FluxTimers$OfBean", 1, "GET /parallel/ask").stays(1).ticks(),
				program("FluxTimers$FirstUse", 12, "GET /parallel/weather/{n}").goesOn(1).ticks(),
				program("FluxSockets$Presence", 12, "WS /presence", "LOST /presence").goesOn(1).ticks(),
				program("FluxSockets$CarefulHeartbeat", 12, "WS /careful", "LOST /careful"),
				program("FluxSockets$IntervalHeartbeat", 12, "WS /interval", "LOST /interval"));

	static final List<Leak> LEAKS = List.of(leak("FluxLeaks$Stale", "exchange", 2, "GET /stale/exchange"),
			leak("FluxLeaks$Stale", "request", 2, "GET /stale/request"),
			leak("FluxLeaks$Stale", "response", 2, "GET /stale/response"),
			leak("FluxLeaks$Stale", "disposable", 2, "GET /stale/disposable"),
			leak("FluxLeaks$Stale", "context", 2, "GET /stale/context"),
			leak("FluxLeaks$Unreachable", "dropped", 2, "POST /unreachable/dropped").witness("unreachable"),
			leak("FluxLeaks$Unreachable", "overwritten", 3, "POST /unreachable/overwritten").witness("unreachable")
				.count(2)
				.held(1),
			leak("FluxLeaks$Unreachable", "feedInto", 2, "SSE /unreachable/feed").witness("unreachable"),
			leak("FluxLeaks$Piling", "track", 12, "POST /orders/{n}").witness("piling-up"),
			leak("FluxTimerLeaks", "watch", 12, "POST /parallel/carts/{n}").witness("piling-up"),
			leak("FluxTimerLeaks", "watchLater", 12, "POST /elastic/carts/{n}").witness("piling-up"),
			leak("FluxTimerLeaks", "watchAtLast", 12, "POST /later/carts/{n}").witness("piling-up"),
			leak("FluxSocketLeaks", "ping", 2, "WS /stale").kinds("outlived-session"));

	private FluxTable() {
	}

	private static Program program(String name, int times, String... steps) {
		return Program.of("com.acme.programs.flux.correct." + name, times, steps);
	}

	private static Leak leak(String name, String method, int times, String step) {
		return Leak.of("com.acme.programs.flux.leaking." + name, method, times, step);
	}

}
