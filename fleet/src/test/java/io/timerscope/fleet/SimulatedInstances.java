package io.timerscope.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Instances that answer what a test wants, each below a path of its own on one port.
 */
class SimulatedInstances implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger now = new AtomicInteger();

	final AtomicInteger mostAtOnce = new AtomicInteger();

	final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

	final Map<String, String> authorization = new ConcurrentHashMap<>();

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final List<String> urls = new ArrayList<>();

	private final HttpServer server;

	SimulatedInstances() throws IOException {
		this(HttpServer.create());
	}

	SimulatedInstances(HttpServer server) throws IOException {
		this.server = server;
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
		server.setExecutor(this.threads);
		server.createContext("/", this::handle);
		server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Adds an instance and returns its URL. */
	String add(String name, Answer answer) {
		String path = "/" + name + "/actuator/timers";
		this.answers.put(path, answer);
		this.urls.add(url() + path);
		return url() + path;
	}

	/** Adds a document. */
	String document(String path, String text) {
		this.answers.put(path, (exchange) -> send(exchange, 200, text.getBytes(StandardCharsets.UTF_8)));
		return url() + path;
	}

	List<String> urls() {
		return this.urls;
	}

	int asked(String name) {
		return this.asked.getOrDefault("/" + name + "/actuator/timers", new AtomicInteger()).get();
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		this.mostAtOnce.accumulateAndGet(this.now.incrementAndGet(), Math::max);
		this.asked.computeIfAbsent(path, (it) -> new AtomicInteger()).incrementAndGet();
		this.authorization.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
		try {
			this.answers.getOrDefault(path, status(404)).send(exchange);
		}
		finally {
			this.now.decrementAndGet();
			exchange.close();
		}
	}

	static Answer status(int status) {
		return (exchange) -> send(exchange, status, new byte[0]);
	}

	static Answer json(String json) {
		return (exchange) -> send(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
	}

	/** JSON, and a profile for who asks for that. */
	static Answer json(String json, byte[] profile) {
		return (exchange) -> send(exchange, 200, exchange.getRequestURI().getQuery().contains("pprof") ? profile
				: json.getBytes(StandardCharsets.UTF_8));
	}

	static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, (body.length == 0) ? -1 : body.length);
		try (OutputStream out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	interface Answer {

		void send(HttpExchange exchange) throws IOException;

	}

}
