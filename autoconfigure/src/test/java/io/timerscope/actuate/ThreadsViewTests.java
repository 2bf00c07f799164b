package io.timerscope.actuate;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.timerscope.actuate.ThreadsView.ThreadsDescriptor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThreadsViewTests {

	private static final String NEEDS = "virtual threads need JDK 21";

	@Test
	void itIsRefusedUnlessItIsAllowed() {
		WebEndpointResponse<Object> answer = new ThreadsView(false).answer(TimersFormat.JSON);
		assertThat(answer.getStatus()).isEqualTo(403);
		assertThat(answer.getBody().toString()).contains("timerscope.endpoint.threads=true");
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_20, disabledReason = "this JDK has virtual threads")
	void anOlderJdkIsToldApart() {
		WebEndpointResponse<Object> answer = new ThreadsView(true).answer(TimersFormat.JSON);
		assertThat(answer.getStatus()).isEqualTo(501);
		assertThat(answer.getBody().toString()).contains("need JDK 21 or newer, and this is JDK 17");
	}

	@Test
	void anotherViewIsUnknown() {
		assertThat(ThreadsView.isWanted(null)).isFalse();
		assertThat(ThreadsView.isWanted("threads")).isTrue();
		assertThatThrownBy(() -> ThreadsView.isWanted("heap"))
			.hasMessage("Parameter 'view' takes threads, but was 'heap'");
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = NEEDS)
	void virtualThreadsThatSleepAreGroupedAndMarked() throws Exception {
		CountDownLatch begun = new CountDownLatch(40);
		for (int i = 0; i < 30; i++) {
			start(() -> sleepLong(begun));
		}
		for (int i = 0; i < 10; i++) {
			start(() -> parkLong(begun));
		}
		begun.await();
		ThreadsView view = new ThreadsView(true);
		Awaitility.await().untilAsserted(() -> {
			ThreadsDescriptor threads = (ThreadsDescriptor) view.answer(TimersFormat.JSON).getBody();
			assertThat(threads.complete()).isTrue();
			assertThat(threads.groups()).anySatisfy((group) -> {
				assertThat(group.count()).isEqualTo(30);
				assertThat(group.sleeping()).isTrue();
				assertThat(group.stack()).anyMatch((frame) -> frame.contains("ThreadsViewTests.sleepLong"));
			}).anySatisfy((group) -> {
				assertThat(group.count()).isEqualTo(10);
				assertThat(group.sleeping()).isFalse();
				assertThat(group.stack()).anyMatch((frame) -> frame.contains("ThreadsViewTests.parkLong"));
			});
		});
		String text = new String((byte[]) view.answer(TimersFormat.TEXT).getBody(), StandardCharsets.UTF_8);
		assertThat(text).startsWith("# virtual threads ").contains("30 @ sleeping\n", "10 @\n");
		assertThat((byte[]) view.answer(TimersFormat.PPROF).getBody()).startsWith(0x1f, 0x8b);
	}

	private static void sleepLong(CountDownLatch begun) {
		begun.countDown();
		try {
			TimeUnit.HOURS.sleep(1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void parkLong(CountDownLatch begun) {
		begun.countDown();
		LockSupport.park();
	}

	/** There is no such method yet where this is compiled. */
	private static void start(Runnable task) throws Exception {
		Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
	}

}
