package io.timerscope.web;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.timerscope.OwnerSource;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TrackedScheduledExecutorService;
import io.timerscope.pool.PoolView;
import io.timerscope.pool.SchedulerTraits;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIsNotHeldTests {

	private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);

	private final TaskLedger ledger = TaskLedger.builder().build();

	private final TrackedScheduledExecutorService executor = new TrackedScheduledExecutorService(this.pool,
			this.ledger.schedulers().track("pool", "pool", SchedulerTraits.EXECUTOR, PoolView.of(this.pool)));

	private ScheduledFuture<?> leak;

	private OwnerSource handedOver;

	@AfterEach
	void close() {
		this.pool.shutdownNow();
	}

	@Test
	void theRequestIsCollectableWhileItsLeakedTaskLives() throws Exception {
		WeakReference<Object> request = handle();
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
			System.gc();
			return request.get() == null;
		});
		assertThat(this.ledger.read().totals().live()).isOne();
		assertThat(this.handedOver.owner().name()).isEqualTo("POST /orders");
		assertThat(this.leak.isDone()).isFalse();
	}

	private WeakReference<Object> handle() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/orders");
		new RequestOwnerFilter(new OpenRequests(this.ledger)).doFilter(request, new MockHttpServletResponse(),
				new MockFilterChain() {

					@Override
					public void doFilter(ServletRequest request, ServletResponse response) {
						RequestIsNotHeldTests.this.handedOver = RequestIsNotHeldTests.this.ledger.context().source();
						RequestIsNotHeldTests.this.leak = RequestIsNotHeldTests.this.executor
							.scheduleAtFixedRate(() -> {
							}, 1, 1, TimeUnit.HOURS);
					}

				});
		return new WeakReference<>(request);
	}

}
