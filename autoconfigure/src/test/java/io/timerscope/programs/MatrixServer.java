package io.timerscope.programs;

import java.util.ArrayList;
import java.util.List;

import com.acme.matrix.flux.FluxMatrix;
import com.acme.matrix.servlet.ServletMatrix;

import org.springframework.boot.WebApplicationType;

/** A server, and what leaks on it: each has a careful twin at {@code /careful}. */
enum MatrixServer {

	TOMCAT, JETTY, FLUX_NETTY, FLUX_TOMCAT, FLUX_JETTY;

	private static final List<Row> SERVLET = List.of(
			row("GET /leaking/value", "servlet.Values.leakingValue", "request", "GET /leaking/value"),
			row("GET /leaking/callable", "servlet.Values.leakingCallable", "request", "GET /leaking/callable"),
			row("GET /leaking/deferred", "servlet.Values.leakingDeferred", "request", "GET /leaking/deferred"),
			row("GET /leaking/interval", "servlet.Reactions.leakingInterval", "request", "GET /leaking/interval"),
			row("GET /leaking/delay", "servlet.Reactions.leakingDelay", "request", "GET /leaking/delay").once(),
			row("GET /leaking/timeout", "servlet.Reactions.leakingTimeout", "request", "GET /leaking/timeout").once(),
			row("GET /leaking/retry", "servlet.Reactions.leakingRetry", "request", "GET /leaking/retry").once(),
			row("GET /leaking/pool", "servlet.Reactions.leakingPool", "request", "GET /leaking/pool"),
			row("GET /leaking/late", "servlet.Reactions.leakingLate", "request", "GET /leaking/late"),
			row("GET /leaking/basket", "servlet.Baskets$Leaking.fill", "bean", "leakingBasket"),
			row("WS /leaking/ticks", "servlet.TickingHandler.leakingTicks", "session", "/leaking/ticks"),
			row("GET /leaking/stream", "servlet.Values.leakingStream", "request", "GET /leaking/stream"),
			row("SSE /leaking/sse", "servlet.Feeds.leakingEvents", "request", "GET /leaking/sse"),
			row("SSE /leaking/emitter", "servlet.Feeds.leakingLines", "request", "GET /leaking/emitter"),
			row("WS /leaking/handler", "servlet.LeakingHandler.afterConnectionEstablished", "session",
					"/leaking/handler"),
			row("LOST /leaking/sockjs/000/leaking{n}/websocket",
					"servlet.LeakingSockJsHandler.afterConnectionEstablished", "session", "/leaking/sockjs"),
			row("STOMP /stomp /leaking", "servlet.Rooms.leaking", "session", "/stomp"),
			row("WS /leaking/endpoint hello", "servlet.LeakingEndpoint.open", "session", "/leaking/endpoint"),
			row("", "servlet.LeakingEndpoint.hear", "session", "/leaking/endpoint"));

	private static final List<Row> FLUX = List.of(
			row("GET /leaking/value", "flux.FluxFeeds.leakingValue", "request", "GET /leaking/value"),
			row("GET /leaking/interval", "flux.FluxReactions.leakingInterval", "request", "GET /leaking/interval"),
			row("GET /leaking/elsewhere", "flux.FluxReactions.leakElsewhere", "request", "GET /leaking/elsewhere"),
			row("GET /leaking/delay", "flux.FluxReactions.leakingDelay", "request", "GET /leaking/delay").once(),
			row("GET /leaking/timeout", "flux.FluxReactions.leakingTimeout", "request", "GET /leaking/timeout").once(),
			row("GET /leaking/retry", "flux.FluxReactions.leakingRetry", "request", "GET /leaking/retry").once(),
			row("GET /leaking/pool", "flux.FluxReactions.leakingPool", "request", "GET /leaking/pool"),
			row("SSE /leaking/stream", "flux.FluxReactions.leakingStream", "request", "GET /leaking/stream"),
			row("WS /leaking/ticks", "flux.TickingSocket.leakingTicks", "session", "/leaking/ticks"),
			row("SSE /leaking/sse", "flux.FluxFeeds.leakingEvents", "request", "GET /leaking/sse"),
			row("WS /leaking/handler hello", "flux.FluxHandlers$Leaking.handle", "session", "/leaking/handler"),
			row("", "flux.FluxHandlers$Leaking.hear", "session", "/leaking/handler"));

	boolean isServlet() {
		return this == TOMCAT || this == JETTY;
	}

	/**
	 * WebFlux on Tomcat now and then breaks a connection that comes after one which its
	 * client has reset, also without Timerscope, so that nobody hangs up there.
	 */
	List<Row> rows() {
		if (this == FLUX_TOMCAT) {
			return FLUX.stream().map(Row::untilItsEnd).toList();
		}
		return isServlet() ? SERVLET : FLUX;
	}

	ProgramServer start(String... properties) {
		List<String> all = new ArrayList<>(List.of(properties));
		all.add("matrix.server=" + this);
		all.add("programs.jetty=" + (this == JETTY));
		return new ProgramServer(isServlet() ? WebApplicationType.SERVLET : WebApplicationType.REACTIVE, others(),
				List.of(isServlet() ? ServletMatrix.class : FluxMatrix.class), all);
	}

	private List<String> others() {
		String boot = "org.springframework.boot.";
		String tomcat = boot + "tomcat.autoconfigure."
				+ (isServlet() ? "servlet.TomcatServlet" : "reactive.TomcatReactive");
		String jetty = boot + "jetty.autoconfigure."
				+ (isServlet() ? "servlet.JettyServlet" : "reactive.JettyReactive");
		String end = "WebServerAutoConfiguration";
		return switch (this) {
			case TOMCAT -> List.of(jetty + end);
			case JETTY -> List.of(tomcat + end);
			case FLUX_NETTY -> List.of(tomcat + end, jetty + end);
			case FLUX_TOMCAT -> List.of(jetty + end, boot + "reactor.netty.autoconfigure.NettyReactive" + end);
			case FLUX_JETTY -> List.of(tomcat + end, boot + "reactor.netty.autoconfigure.NettyReactive" + end);
		};
	}

	private static Row row(String step, String line, String ownerKind, String ownerName) {
		return new Row(step, "com.acme.matrix." + line, ownerKind, ownerName, true);
	}

	/**
	 * A line that leaks once for each use.
	 *
	 * @param step what a use is, in the words of {@link Visitor}; empty where the step
	 * before reaches this line too
	 * @param line class and method
	 * @param ownerKind what owns the task
	 * @param ownerName its name
	 * @param periodic whether it goes on for ever; what is due once is a notice only
	 */
	record Row(String step, String line, String ownerKind, String ownerName, boolean periodic) {

		Row once() {
			return new Row(this.step, this.line, this.ownerKind, this.ownerName, false);
		}

		Row untilItsEnd() {
			return this.step.startsWith("SSE ") ? new Row(this.step.replace("SSE ", "GET ") + "?count=2", this.line,
					this.ownerKind, this.ownerName, this.periodic) : this;
		}

		List<String> leaking() {
			return this.step.isEmpty() ? List.of() : List.of(this.step);
		}

		List<String> careful() {
			return leaking().stream().map((it) -> it.replace("leaking", "careful")).toList();
		}

	}

}
