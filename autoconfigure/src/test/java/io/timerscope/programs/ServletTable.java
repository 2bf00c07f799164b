package io.timerscope.programs;

import java.util.List;

/** The programs on Spring MVC, and what is to be said of each. */
final class ServletTable {

	static final List<Program> CORRECT = List.of(
			// an operator's job
			program("OperatorJobs$ReportInField", 3, "POST /report/start", "POST /report/start?millis=30").goesOn(1)
				.ticks(),
			program("OperatorJobs$ExportsInMap", 3, "POST /exports/{n}/start", "POST /exports/{n}/start",
					"POST /exports/x/start", "POST /exports/x/stop")
				.goesOn(3)
				.ticks(),
			program("OperatorJobs$CampaignsInRecords", 3, "POST /campaigns/{n}/start", "POST /campaigns/{n}/start",
					"POST /campaigns/x/start", "POST /campaigns/x/stop")
				.goesOn(3),
			program("OperatorJobs$FeedsInRegistry", 3, "POST /feeds/{n}/start", "POST /feeds/x/start",
					"POST /feeds/x/start", "POST /feeds/x/stop")
				.goesOn(3),
			program("OperatorJobs$PollInAtomicReference", 4, "POST /poll/start", "POST /poll/stop",
					"POST /poll/start")
				.goesOn(1),
			program("OperatorJobs$JobsInRepository", 3, "POST /jobs").goesOn(3).ticks(),
			program("OperatorJobs$StopsInMap", 3, "POST /watches/{n}/start", "POST /watches/x/start",
					"POST /watches/x/stop")
				.goesOn(3),
			program("OperatorJobs$WatchInHttpSession", 3, "POST /mywatch/start").goesOn(3),
			program("OperatorJobs$ProbesInGuavaCache", 9, "POST /probes/{n}").goesOn(3),
			program("CronJobs$CronOnRegistrar", 4, "POST /nightly/{n}").goesOn(1),
			program("CronJobs$CronOnScheduler", 4, "POST /closings/north/{n}", "POST /closings/south/{n}").goesOn(2),
			program("CronJobs$CronOnEvent", 4, "POST /settings/{n}").goesOn(1),
			// a chosen moment
			program("ChosenMoments$Reminders", 25, "POST /reminders/{n}").goesOn(25),
			program("ChosenMoments$PublishAt", 25, "POST /articles/{n}/publish-in/5",
					"POST /articles/{n}/publish-in/500")
				.goesOn(25),
			program("ChosenMoments$Auctions", 25, "POST /auctions/{n}").goesOn(25),
			program("ChosenMoments$Trials", 25, "POST /trials/{n}").goesOn(25),
			program("ChosenMoments$SoonDue", 25, "POST /receipts"),
			// a heartbeat
			program("Heartbeats$SharedHeartbeat", 15, "SSE /news").goesOn(1).ticks(),
			program("Heartbeats$TopicHeartbeats", 5, "SSE /topics/a", "SSE /topics/b", "SSE /topics/c").goesOn(3)
				.ticks(),
			program("Heartbeats$ClientHeartbeat", 15, "SSE /scores"),
			program("Heartbeats$WhileAnybodyListens", 15, "SSE /quotes"),
			program("Sockets$Presence", 12, "WS /presence", "LOST /presence").goesOn(1).ticks(),
			program("Sockets$CarefulHeartbeat", 12, "WS /careful", "LOST /careful"),
			program("Sockets$PlainHeartbeat", 12, "WS /plain", "LOST /plain"),
			program("Sockets$ScopedHeartbeat", 12, "WS /scoped", "LOST /scoped"),
			program("Sockets$SelfCleaning", 3, "WS /self-cleaning", "LOST /self-cleaning").goesOn(6),
			program("Broker$PriceTicker", 12, "STOMP /stomp /prices").goesOn(1).ticks(),
			program("Broker$SubscriptionTicker", 12, "STOMP /stomp").goesOn(1).ticks(),
			// Reactor's own schedulers
			program("ReactorTimers$Timeout", 12, "GET /parallel/ask"),
			program("ReactorTimers$Retries", 25, "POST /parallel/webhooks/{n}").goesOn(25),
			program("ReactorTimers$Heartbeat", 12, "SSE /parallel/news"),
			// a lazy start
			program("LazyStarts$ExchangeRates", 12, "GET /rates").stays(1).ticks(),
			program("LazyStarts$Geography", 12, "GET /geography").stays(1),
			program("LazyStarts$FirstUse", 12, "GET /weather").goesOn(1),
			program("LazyStarts$Memoized", 12, "GET /tides").goesOn(1),
			program("LazyStarts$Branch", 12, "GET /branches/{n}").stays(12),
			// a timeout that is put off or cancelled
			program("Rearmed$IdleCarts", 12, "POST /carts/{n}/click", "POST /carts/{n}/click", "POST /carts/x/click")
				.goesOn(13),
			program("Rearmed$DebouncedIndex", 25, "POST /documents/{n}").goesOn(1),
			program("Rearmed$DeadMansSwitch", 25, "POST /alive").goesOn(1),
			program("Rearmed$TimedReply", 12, "GET /ask"), program("Rearmed$DeferredReply", 12, "GET /defer"),
			program("Sockets$IdleSessions", 12, "WS /idle hello hello", "LOST /idle hello"),
			program("Sockets$Farewells", 12, "WS /farewells").goesOn(12),
			program("Broker$Typing", 12, "STOMP /stomp /typing /typing"),
			// a batch that a request starts
			program("Batches$PollWithReference", 3, "POST /imports").goesOn(3).ticks(),
			program("Batches$PollWithArray", 3, "POST /uploads").goesOn(3).ticks(),
			program("Batches$PollWithPromise", 3, "POST /backups").goesOn(3).ticks(),
			program("Batches$PollWithField", 3, "POST /restores").goesOn(3).ticks(),
			program("Batches$PollOfWork", 3, "POST /migrations").goesOn(3).ticks(),
			program("Batches$PollThatIsDone", 25, "POST /scans"),
			program("Batches$ProgressTicks", 3, "POST /batches").goesOn(3).ticks(),
			program("Batches$RateLimited", 3, "POST /mailings").stays(3).ticks(),
			program("Batches$ScopedWork", 12, "POST /exports-now"),
			// retries, delayed messages, caches
			program("Deliveries$Webhooks", 25, "POST /webhooks/{n}").goesOn(25),
			program("Deliveries$Parcels", 25, "POST /parcels/{n}").goesOn(25),
			program("Deliveries$Payments", 25, "POST /payments"),
			program("Deliveries$DelayedMessages", 25, "POST /messages/{n}").goesOn(25),
			program("Deliveries$Quotes", 3, "GET /quote/a", "GET /quote/b", "GET /quote/c", "GET /quote/x",
					"POST /quote/x/evict")
				.goesOn(3)
				.ticks(),
			program("Deliveries$ExpiringEntries", 25, "GET /entries/{n}", "GET /entries/{n}").goesOn(25),
			program("Libraries$Invitations", 20, "POST /invitations/{n}", "POST /bundles/{n}").remains(40),
			program("Libraries$Tokens", 12, "GET /tokens/{n}").remains(1).ticks().at("org.vendor.KeepingCache"),
			program("Broker$Endpoints", 12, "SOCKJS /sockjs"),
			// connections, rooms, tenants
			program("Connections$Reconnecting", 3, "POST /upstreams", "POST /upstreams/lose").goesOn(3),
			program("Connections$Exchange", 3, "POST /exchange").goesOn(3),
			program("Connections$Tenants", 12, "POST /tenants/{n}"),
			program("Sockets$Rooms", 12, "WS /rooms blue", "LOST /rooms red"),
			program("Sockets$Games", 3, "WS /games chess{n}", "LOST /games chess{n}").goesOn(3).ticks(),
			// what is declared, and what ends by itself
			program("Declared$ForTheApplication", 25, "POST /declared/application/{n}").stays(50),
			program("Declared$AnnotatedMethod", 25, "POST /declared/method/{n}").goesOn(25),
			program("Declared$AnnotatedClass", 25, "POST /declared/class/{n}").goesOn(25),
			program("Declared$Ignored", 25, "POST /declared/ignored/{n}").goesOn(25),
			program("Declared$ForTheRequest", 25, "POST /declared/request"),
			program("Declared$AutoSave", 3, "POST /drafts/sign-in", "POST /drafts/sign-in-and-out").goesOn(3).ticks());

	static final List<Leak> LEAKS = List.of(staleSession("lambda"), staleSession("methodReference"),
			staleSession("anonymousClass"), staleSession("finalField"), staleSession("privateField"),
			staleSession("record"), staleSession("oneLevelDown"), staleSession("decorated"), staleSession("oneShot"),
			staleSession("cron"), staleSession("concurrent"), staleSession("nativeSession"), staleSession("onExecutor"),
			leak("LateStart", "start", 2, "WS /late-start").kinds("outlived-session"),
			leak("UndecoratedHandler", "afterConnectionEstablished", 2, "WS /undecorated").kinds("abandoned",
					"outlived-session", "outlived-request"),
			leak("PilingSessions", "afterConnectionEstablished", 12, "WS /piling").kinds("outlived-session")
				.witness("piling-up"),
			leak("StaleRequests", "sse", 2, "GET /stale/sse"), leak("StaleRequests", "feed", 2, "SSE /stale/feed"),
			leak("StaleRequests", "emitter", 2, "GET /stale/emitter"),
			leak("StaleRequests", "request", 2, "GET /stale/request"),
			leak("StaleRequests", "response", 2, "GET /stale/response"),
			leak("StaleRequests", "webRequest", 2, "GET /stale/web-request"),
			leak("StaleRequests", "async", 2, "GET /stale/async"),
			leak("StaleRequests", "httpSession", 2, "GET /stale/http-session"),
			leak("StaleRequests", "context", 2, "GET /stale/context"),
			leak("StaleRequests", "scope", 2, "GET /stale/scope"),
			leak("StaleRequests", "disposable", 2, "GET /stale/disposable"),
			leak("StaleRequests$Beat", "run", 2, "GET /stale/chain"),
			leak("Unreachable", "dropped", 1, "POST /unreachable/dropped").witness("unreachable"),
			leak("Unreachable", "droppedOnExecutor", 3, "POST /unreachable/dropped-on-executor").witness("unreachable"),
			leak("Unreachable", "cron", 3, "POST /unreachable/cron/{n}").witness("unreachable"),
			leak("Unreachable", "nightly", 3, "POST /unreachable/nightly/{n}").witness("unreachable").count(2).held(1),
			leak("Unreachable", "overwritten", 3, "POST /unreachable/overwritten").witness("unreachable")
				.count(2)
				.held(1),
			leak("Unreachable", "localMap", 2, "POST /unreachable/local-map").witness("unreachable").count(4),
			leak("Unreachable", "handle", 2, "POST /unreachable/handle").witness("unreachable"),
			leak("Piling$Tracking", "place", 12, "POST /orders/{n}").witness("piling-up"),
			leak("TimersOfReactor", "watch", 12, "POST /parallel/carts/{n}").witness("piling-up"),
			leak("Piling$Sampling$Sampler", "begin", 12, "POST /samples/{n}").witness("piling-up"),
			leak("OwnerGone$Basket", "start", 2, "POST /gone/request-scope").kinds("outlived-bean")
				.witness("owner-gone"),
			leak("OwnerGone$Connector", "remind", 1, "POST /gone/bean").kinds("outlived-bean").witness("owner-gone"),
			leak("OwnerGone$Connector", "poll", 1, null).kinds("outlived-bean").witness("owner-gone"),
			leak("OwnerGone$Settings", "scoped", 2, "POST /gone/scope").kinds("outlived-scope").witness("owner-gone"));

	/** Meant as they are, but what is seen speaks against them; see docs/limits.md. */
	static final List<Leak> ACCUSED = List.of(
			accused("MeantJobs$BegunOnce", "use", 3, "GET /begun-once").witness("unreachable").count(1),
			new Leak("org.vendor.DroppingCache", "get", 3, "GET /unknown-library", List.of("outlived-request"),
					"unreachable", 1, 0),
			accused("MeantJobs$ManyJobs", "start", 12, "POST /many-jobs/{n}/start").witness("piling-up"),
			accused("MeantJobs$LoadedFeeds$Feed", "begin", 2, "POST /loaded-feeds"),
			accused("MeantSessions$HostedRooms$Room", "open", 2, "WS /hosted {n}").kinds("outlived-session"),
			accused("MeantSessions$LateFarewells", "afterConnectionClosed", 2, "WS /late-farewells")
				.kinds("outlived-session"));

	private ServletTable() {
	}

	private static Program program(String name, int times, String... steps) {
		return Program.of("com.acme.programs.correct." + name, times, steps);
	}

	private static Leak accused(String name, String method, int times, String step) {
		return Leak.of("com.acme.programs.accused." + name, method, times, step);
	}

	private static Leak staleSession(String way) {
		return leak("StaleSessions", way, 2, "WS /stale " + way).kinds("outlived-session");
	}

	private static Leak leak(String name, String method, int times, String step) {
		return Leak.of("com.acme.programs.leaking." + name, method, times, step);
	}

}
