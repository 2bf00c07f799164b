package io.timerscope.sample.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;

/** Takes metrics over OTLP, as a collector would. */
final class OtlpReceiver implements AutoCloseable {

	private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

	private volatile List<Metric> metrics = List.of();

	OtlpReceiver() throws IOException {
		this.server.createContext("/v1/metrics", this::receive);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/v1/metrics";
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

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
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

}
