package io.timerscope.actuate;

import com.google.gson.Gson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The endpoint in an application that writes its JSON with Gson. */
class TimersGsonTests {

	private final Shop shop = new Shop();

	private final TimersEndpoint endpoint = this.shop.endpoint(() -> Shop.WELL, true);

	@AfterEach
	void close() {
		this.shop.close();
	}

	@Test
	void theAnswerIsTheSameButForWhatIsEmpty() {
		this.shop.leak("POST /orders", 3);
		this.shop.orders.remind();
		TimersDescriptor answer = this.endpoint.timers("live", null, null, null, null, null);
		ObjectNode gson = (ObjectNode) gson(answer);
		assertThat(gson.remove("cancelledWithOwner").toString()).isEqualTo("{}");
		assertThat(((ObjectNode) gson.path("attribution")).remove("gaps").toString()).isEqualTo("[]");
		assertThat(gson).isEqualTo(jackson(answer));
		assertThat(gson.path("tasks")).hasSize(4);
	}

	@Test
	void oneTaskIsTheSameButForWhatIsEmpty() {
		this.shop.leak("POST /orders", 1);
		TaskDescriptor task = this.endpoint.timer("1");
		ObjectNode gson = (ObjectNode) gson(task);
		assertThat(gson.path("leak").path("witness").asString()).isEqualTo("stale");
		jackson(task).propertyStream()
			.forEach((property) -> assertThat(gson.remove(property.getKey())).isEqualTo(property.getValue()));
		assertThat(gson).allSatisfy((rest) -> assertThat(rest).as("left out by Jackson").isEmpty());
	}

	private static JsonNode gson(Object answer) {
		return JsonMapper.shared().readTree(new Gson().toJson(answer));
	}

	private static JsonNode jackson(Object answer) {
		return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(answer));
	}

}
