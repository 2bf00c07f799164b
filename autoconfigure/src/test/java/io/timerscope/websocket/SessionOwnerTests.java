package io.timerscope.websocket;

import java.net.URI;

import io.timerscope.ledger.TaskLedger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionOwnerTests {

	private final TaskLedger ledger = TaskLedger.builder().build();

	@Test
	void aSessionIsKnownByItsPathAsItCame() {
		assertThat(name(false, "ws://host/rooms/x%0d%0aERROR%20refund%1b%5B2J?token=secret"))
			.isEqualTo("/rooms/x%0d%0aERROR%20refund%1b%5B2J");
	}

	@Test
	void whatSockJsAddsIsLeftOut() {
		assertThat(name(true, "ws://host/rooms/000/abcdefgh/websocket")).isEqualTo("/rooms");
		assertThat(name(false, "ws://host/rooms/000/abcdefgh/websocket")).isEqualTo("/rooms/000/abcdefgh/websocket");
	}

	private String name(boolean sockJs, String uri) {
		return new SessionOwner(this.ledger, URI.create(uri), sockJs).owner().name();
	}

}
