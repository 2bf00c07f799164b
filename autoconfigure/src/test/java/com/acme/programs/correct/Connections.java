package com.acme.programs.correct;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

import jakarta.servlet.http.HttpServletRequest;
import reactor.core.Disposable;
import reactor.core.Disposables;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** Clients that connect again when their connection is gone. */
class Connections {

	/** Looks after a subscription, and replaces it when it ended. */
	@RestController
	static class Reconnecting {

		private final TaskScheduler scheduler;

		private final List<Upstream> upstreams = new ArrayList<>();

		Reconnecting(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/upstreams")
		synchronized void connect() {
			Upstream upstream = new Upstream();
			upstream.start(this.scheduler);
			this.upstreams.add(upstream);
		}

		@PostMapping("/upstreams/lose")
		synchronized void lose() {
			this.upstreams.forEach((it) -> it.subscription.dispose());
		}

		private static final class Upstream {

			private volatile Disposable subscription = Disposables.single();

			private ScheduledFuture<?> watchdog;

			void start(TaskScheduler scheduler) {
				this.watchdog = scheduler.scheduleWithFixedDelay(this::look, Duration.ofHours(1));
			}

			private void look() {
				if (this.subscription.isDisposed()) {
					this.subscription = Disposables.single();
				}
			}

		}

	}

	/** A client of a server that hangs up at once; it pings whoever is there. */
	@RestController
	static class Exchange {

		private final TaskScheduler scheduler;

		private final List<ExchangeClient> clients = new ArrayList<>();

		Exchange(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/exchange")
		synchronized void connect(HttpServletRequest request) {
			ExchangeClient client = new ExchangeClient("ws://localhost:" + request.getLocalPort() + "/busy");
			client.connect();
			client.start(this.scheduler);
			this.clients.add(client);
		}

		private static final class ExchangeClient extends TextWebSocketHandler {

			private final String url;

			private volatile WebSocketSession session;

			private ScheduledFuture<?> pings;

			ExchangeClient(String url) {
				this.url = url;
			}

			void connect() {
				this.session = new StandardWebSocketClient().execute(this, this.url).join();
			}

			void start(TaskScheduler scheduler) {
				this.pings = scheduler.scheduleAtFixedRate(this::ping, Duration.ofHours(1));
			}

			private void ping() {
				try {
					if (this.session.isOpen()) {
						this.session.sendMessage(new TextMessage("ping"));
					}
				}
				catch (IOException ex) {
					connect();
				}
			}

		}

	}

	/** Tenants with a context of their own, whose jobs end before it. */
	@RestController
	static class Tenants {

		private final TaskScheduler scheduler;

		Tenants(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostMapping("/tenants/{name}")
		void visit(@PathVariable String name) {
			AnnotationConfigApplicationContext tenant = new AnnotationConfigApplicationContext();
			tenant.refresh();
			ScheduledFuture<?> usage = this.scheduler.scheduleAtFixedRate(() -> tenant.getBeanDefinitionCount(),
					Duration.ofHours(1));
			usage.cancel(false);
			tenant.close();
		}

	}

}
