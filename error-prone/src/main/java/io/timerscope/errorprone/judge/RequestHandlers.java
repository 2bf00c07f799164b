package io.timerscope.errorprone.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import org.jspecify.annotations.Nullable;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Knows the methods that run once for each request, message or connection.
 */
public final class RequestHandlers {

	private static final Set<String> ANNOTATIONS = Set.of("RequestMapping", "GetMapping", "PostMapping", "PutMapping",
			"DeleteMapping", "PatchMapping", "MessageMapping", "SubscribeMapping", "ConnectMapping", "QueryMapping",
			"MutationMapping", "SubscriptionMapping", "ExceptionHandler", "KafkaListener", "RabbitListener",
			"JmsListener", "SqsListener", "StreamListener", "ServiceActivator", "RabbitHandler", "KafkaHandler", "GET",
			"POST", "PUT", "DELETE", "PATCH", "OnOpen", "OnMessage", "Incoming", "ConsumeEvent", "Get", "Post", "Put",
			"Delete", "OnWebSocketConnect", "OnWebSocketOpen", "OnWebSocketMessage", "GetExchange", "PostExchange");

	private static final Set<String> LISTENERS = Set.of("EventListener", "TransactionalEventListener");

	private static final Set<String> TYPES = Set.of("jakarta.servlet.Servlet", "javax.servlet.Servlet",
			"jakarta.servlet.Filter", "javax.servlet.Filter", "org.springframework.web.servlet.HandlerInterceptor",
			"org.springframework.web.servlet.mvc.Controller", "org.springframework.web.HttpRequestHandler",
			"org.springframework.web.filter.GenericFilterBean", "org.springframework.web.server.WebFilter",
			"org.springframework.web.socket.WebSocketHandler",
			"org.springframework.web.reactive.socket.WebSocketHandler", "jakarta.websocket.Endpoint",
			"javax.websocket.Endpoint", "jakarta.jms.MessageListener", "javax.jms.MessageListener",
			"com.sun.net.httpserver.HttpHandler", "io.undertow.server.HttpHandler", "java.net.http.WebSocket$Listener",
			"java.net.http.WebSocket.Listener");

	private static final Set<String> METHODS = Set.of("doGet", "doPost", "doPut", "doDelete", "doHead", "doOptions",
			"doTrace", "doPatch", "service", "doFilter", "doFilterInternal", "preHandle", "postHandle",
			"afterCompletion", "handleRequest", "filter", "afterConnectionEstablished", "handleMessage",
			"handleTextMessage", "handleBinaryMessage", "handle", "onOpen", "onMessage", "onText", "onBinary");

	private static final int DEPTH = 4;

	private final UnitModel unit;

	public RequestHandlers(UnitModel unit) {
		this.unit = unit;
	}

	/** The handler that the code runs in, its private helpers followed back to it. */
	public @Nullable MethodSymbol around(TreePath path) {
		List<TreePath> way = wayTo(path);
		return way.isEmpty() ? null : Places.methodSymbol(way.get(way.size() - 1));
	}

	/**
	 * The place, and the calls of private helpers that lead to it, the handler's own
	 * last; empty if no handler leads there.
	 */
	public List<TreePath> wayTo(TreePath path) {
		List<TreePath> way = new ArrayList<>();
		return find(path, new HashSet<>(), way) ? way : List.of();
	}

	private boolean find(TreePath place, Set<MethodSymbol> seen, List<TreePath> way) {
		MethodSymbol method = Places.methodSymbol(place);
		if (method == null) {
			return false;
		}
		way.add(place);
		if (isHandler(method)) {
			return true;
		}
		if (seen.size() <= DEPTH && seen.add(method) && !this.unit.declarations().isVisibleOutside(method)) {
			for (TreePath call : this.unit.callsOf(method)) {
				if (call.getLeaf() instanceof MethodInvocationTree && find(call, seen, way)) {
					return true;
				}
			}
		}
		way.remove(way.size() - 1);
		return false;
	}

	private boolean isHandler(MethodSymbol method) {
		if (Singletons.isAnnotated(method, ANNOTATIONS)
				|| (Singletons.isAnnotated(method, LISTENERS) && takesAnEventOfTheApplication(method))) {
			return true;
		}
		ClassSymbol owner = method.enclClass();
		return METHODS.contains(method.getSimpleName().toString()) && !ASTHelpers.isStatic(method)
				&& this.unit.types().isAny(owner.type, TYPES.toArray(String[]::new));
	}

	/** Not one of Spring's own, most of which come once. */
	private static boolean takesAnEventOfTheApplication(MethodSymbol method) {
		return method.getParameters()
			.stream()
			.anyMatch((event) -> !event.type.tsym.getQualifiedName().toString().startsWith("org.springframework."));
	}

}
