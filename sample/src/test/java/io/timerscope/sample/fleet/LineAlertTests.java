package io.timerscope.sample.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A small fleet whose leaking line pages the team that owns it, through real engines.
 */
class LineAlertTests {

	private static final Duration LONG = Duration.ofMinutes(2);

	private static final String SUMMARY = "io.timerscope.sample.orders.LeakingOrderController#place leaks on 2 of 3 instances, 3 tasks";

	private final List<String> pages = new CopyOnWriteArrayList<>();

	private final List<RunningShop> shops = new ArrayList<>();

	private HttpServer pager;

	@TempDir
	Path folder;

	@BeforeEach
	void start() throws Exception {
		this.pager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.pager.createContext("/", (exchange) -> {
			this.pages.add(exchange.getRequestURI().getPath() + " "
					+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.pager.start();
		for (int leaks = 0; leaks < 3; leaks++) {
			RunningShop shop = new RunningShop("--timerscope.metrics.sites=20", "--timerscope.metrics.jobs=true");
			this.shops.add(shop);
			for (int i = 0; i < leaks; i++) {
				shop.leak();
			}
		}
	}

	@AfterEach
	void stop() {
		this.shops.forEach(RunningShop::close);
		this.pager.stop(0);
	}

	@Test
	@RequiresProgram({ "prometheus", "prometheus-alertmanager" })
	void prometheusPagesTheTeamOfTheLineAndTheDashboardShowsIt() throws Exception {
		try (Daemon alertmanager = alertmanager();
				Prometheus prometheus = new Prometheus(this.folder, alertmanager.port(), ports())) {
			await().atMost(LONG).until(() -> isPaged("/orders ", SUMMARY, "\"status\":\"firing\""));
			for (Panel panel : panels().toList()) {
				assertThat(prometheus.query(panel.query())).as(panel.query()).isNotEmpty();
			}
			assertThat(prometheus.query("timerscope_site_live")).containsExactlyInAnyOrder("1", "2");
			for (RunningShop shop : this.shops) {
				shop.cancelLeaks();
			}
			await().atMost(LONG).until(() -> prometheus.query("timerscope_site_leaked").isEmpty());
			await().atMost(LONG).until(() -> isPaged("/orders ", "\"status\":\"resolved\""));
		}
		assertThat(this.pages).noneMatch((page) -> page.startsWith("/carts "));
	}

	@Test
	@RequiresProgram({ "victoria-metrics", "vmalert", "prometheus-alertmanager" })
	void victoriaMetricsPagesTheTeamOfTheLine() throws Exception {
		Path configuration = Observability.copy(this.folder, 1, ports());
		try (Daemon alertmanager = alertmanager();
				Daemon metrics = Daemon.start(this.folder, "victoria-metrics",
						(port) -> List.of("victoria-metrics", "-promscrape.config=" + configuration,
								"-promscrape.config.strictParse=false", "-storageDataPath=" + this.folder.resolve("vm"),
								"-retentionPeriod=1", "-search.latencyOffset=0s", "-httpListenAddr=127.0.0.1:" + port));
				Daemon alerts = vmalert(metrics, alertmanager)) {
			assertThat(alerts.port()).isPositive();
			await().atMost(LONG).until(() -> isPaged("/orders ", SUMMARY, "\"status\":\"firing\""));
		}
	}

	private boolean isPaged(String... texts) {
		return this.pages.stream().anyMatch((page) -> Stream.of(texts).allMatch(page::contains));
	}

	private Daemon vmalert(Daemon metrics, Daemon alertmanager) throws IOException {
		String url = "http://127.0.0.1:" + metrics.port();
		return Daemon.start(this.folder, "vmalert",
				(port) -> List.of("vmalert", "-rule=" + this.folder.resolve("timerscope-lines.yml"),
						"-datasource.url=" + url, "-remoteWrite.url=" + url,
						"-notifier.url=http://127.0.0.1:" + alertmanager.port(), "-evaluationInterval=1s",
						"-httpListenAddr=127.0.0.1:" + port));
	}

	private Daemon alertmanager() throws IOException {
		Path routes = Observability.copyRoutes(this.folder, "http://127.0.0.1:" + this.pager.getAddress().getPort());
		Path storage = Files.createDirectories(this.folder.resolve("alertmanager"));
		return Daemon.start(this.folder, "alertmanager",
				(port) -> List.of("prometheus-alertmanager", "--config.file=" + routes, "--storage.path=" + storage,
						"--cluster.listen-address=", "--web.listen-address=127.0.0.1:" + port));
	}

	private List<Integer> ports() {
		return this.shops.stream().map(RunningShop::port).toList();
	}

	private static Stream<Panel> panels() throws IOException {
		return Panel.all(Path.of("..", "observability", "grafana-dashboard.json"))
			.filter((panel) -> panel.query().matches(".*timerscope_(site|job)_.*"));
	}

}
