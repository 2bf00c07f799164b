package io.timerscope.finding;

import java.io.IOException;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import io.timerscope.outside.ThreadCensus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Dashboards and exporters of libraries like to use the JDK's own server. */
class UnmanagedHttpServerTests {

	private final Surgery surgery = new Surgery();

	@AfterEach
	void close() {
		this.surgery.close();
	}

	@Test
	void theHttpServerOfTheJdkHasATimerThatNobodyIsToldOf() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		try {
			server.start();
			assertThat(ThreadCensus.all())
				.anySatisfy((thread) -> assertThat(thread.getClass().getName()).isEqualTo("java.util.TimerThread"));
			this.surgery.tick();
			this.surgery.tick();
			assertThat(this.surgery.news).isEmpty();
		}
		finally {
			server.stop(0);
		}
	}

}
