package io.timerscope.webflux;

import java.net.http.WebSocket;
import java.time.Duration;

import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NettyPropagationSessionOwnerTests extends WebFluxSessionOwnerContract {

	NettyPropagationSessionOwnerTests() {
		super(WebFluxServer.Container.NETTY, "auto");
	}

	/**
	 * A known limit: Reactor then puts the thread into the state that the subscriber's
	 * context names, and who subscribes by hand has an empty one.
	 */
	@Test
	@Override
	void whatTheEndOfASessionBeganBelongsToTheSession() {
		WebSocket socket = server().connect("/sockets/closing");
		socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye").join();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(server().ledger().read().snapshot(TaskQuery.DEFAULT).page().tasks())
				.filteredOn((task) -> task.site().methodName().contains("closing"))
				.extracting(NettyPropagationSessionOwnerTests::ownerKind)
				.containsExactly(OwnerKind.BEAN));
	}

	private static OwnerKind ownerKind(TaskSnapshot task) {
		return task.owner().kind();
	}

}
