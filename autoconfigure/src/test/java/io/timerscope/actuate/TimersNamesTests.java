package io.timerscope.actuate;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The endpoint in an application that names its own JSON in another way. */
class TimersNamesTests {

	private static final String PLACE = "com.acme.orders.OrderController%23place";

	private final Shop shop = new Shop();

	@AfterEach
	void close() {
		this.shop.close();
	}

	@ParameterizedTest
	@EnumSource
	void everyAnswerKeepsItsNames(TimersServer.Kind kind) {
		this.shop.leak("POST /orders", 3);
		try (TimersServer server = TimersServer.start(kind, this.shop.ledger,
				"management.endpoint.timers.access=unrestricted", "timerscope.endpoint.threads=true",
				"spring.jackson.property-naming-strategy=SNAKE_CASE")) {
			String rule = "{\"site\":\"com.acme.Cart#put\",\"onOwnerEnd\":\"cancel\",\"stuckAfter\":\"1h\"}";
			assertThat(body(server.post("/rules", rule))).contains("\"onOwnerEnd\"", "\"stuckAfter\"");
			assertThat(Stream.of(server.get(""), server.get("/1"), server.get("?format=hour"),
					server.get("?format=stacks"), server.get("?view=threads&format=json"), server.get("?state=tired"),
					server.post("/sites/" + PLACE + "/kept", "{}"),
					server.send("DELETE", "?site=" + PLACE, Map.of("Accept", "*/*"))))
				.allSatisfy((answer) -> assertThat(body(answer)).startsWith("{\"")
					.doesNotContainPattern("\"[a-z]+_[a-z_]+\":"));
		}
	}

	private static String body(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

}
