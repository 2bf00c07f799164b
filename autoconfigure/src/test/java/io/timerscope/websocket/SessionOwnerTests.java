package io.timerscope.websocket;

import java.net.URI;

import io.timerscope.TaskLedger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionOwnerTests {

	private final TaskLedger ledger = TaskLedger.builder().build();

	@Test
	void aSessionIsKnownByItsPathAsItCame() {
		assertThat(name("ws://host/rooms/x%0d%0aERROR%20refund%1b%5B2J?token=secret"))
			.isEqualTo("/rooms/x%0d%0aERROR%20refund%1b%5B2J");
	}

	@Test
	void whatSockJsAddsIsLeftOut() {
		assertThat(name("ws://host/rooms/000/abcdefgh/websocket")).isEqualTo("/rooms");
	}

	private String name(String uri) {
		return new SessionOwner(this.ledger, URI.create(uri)).owner().name();
	}

}
