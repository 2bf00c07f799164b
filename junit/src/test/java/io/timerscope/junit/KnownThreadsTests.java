package io.timerscope.junit;

import io.timerscope.junit.thread.KnownThreads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownThreadsTests {

	@ParameterizedTest
	@ValueSource(strings = { "mysql-cj-abandoned-connection-cleanup", "MariaDb-bulk-1", "OkHttp ConnectionPool",
			"Okio Watchdog", "grpc-default-worker-ELG-1-1", "RxComputationThreadPool-1", "boundedElastic-evictor-1" })
	void whatALibraryKeepsForTheWholeJvmIsNoTests(String name) {
		assertThat(KnownThreads.isOfTheJvm(new Thread(name))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool-1-thread-1", "Timer-0", "scheduling-1", "orders-1" })
	void whatATestMayMakeIsTheTests(String name) {
		assertThat(KnownThreads.isOfTheJvm(new Thread(name))).isFalse();
	}

}
