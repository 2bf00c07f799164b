package io.timerscope.sample.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;

/** Takes metrics and logs over OTLP, as a collector would. */
final class OtlpReceiver implements AutoCloseable {

	private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	private final List<ScopeLogs> logs = new CopyOnWriteArrayList<>();

	private volatile List<Metric> metrics = List.of();

	OtlpReceiver() throws IOException {
		this.server.createContext("/v1/metrics", this::receiveMetrics);
		this.server.createContext("/v1/logs", this::receiveLogs);
		this.server.start();
	}

	String url(String signal) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1/" + signal;
	}

	Set<String> names() {
		return this.metrics.stream().map(Metric::getName).collect(Collectors.toSet());
	}

	/** The sum over a gauge's data points, as last received. */
	double sum(String gauge) {
		return this.metrics.stream()
			.filter((metric) -> metric.getName().equals(gauge))
			.flatMap((metric) -> metric.getGauge().getDataPointsList().stream())
			.mapToDouble(NumberDataPoint::getAsDouble)
			.sum();
	}

	/** What a logger wrote, in the order of arrival. */
	List<LogRecord> logs(String logger) {
		return this.logs.stream()
			.filter((logs) -> logs.getScope().getName().equals(logger))
			.flatMap((logs) -> logs.getLogRecordsList().stream())
			.toList();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void receiveMetrics(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			this.metrics = ExportMetricsServiceRequest.parseFrom(body)
				.getResourceMetricsList()
				.stream()
				.flatMap((resource) -> resource.getScopeMetricsList().stream())
				.flatMap((scope) -> scope.getMetricsList().stream())
				.toList();
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private void receiveLogs(HttpExchange exchange) throws IOException {
		try (exchange; InputStream body = exchange.getRequestBody()) {
			ExportLogsServiceRequest.parseFrom(body)
				.getResourceLogsList()
				.forEach((resource) -> this.logs.addAll(resource.getScopeLogsList()));
			exchange.sendResponseHeaders(200, -1);
		}
	}

}
