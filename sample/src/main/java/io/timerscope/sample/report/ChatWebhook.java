package io.timerscope.sample.report;

import java.util.Map;

import io.timerscope.finding.Finding;
import io.timerscope.finding.Severity;
import io.timerscope.spring.TimerFindingEvent;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Tells the team's chat what is wrong, and when it is right again.
 */
@Component
@ConditionalOnProperty("shop.chat-webhook")
class ChatWebhook {

	private final RestClient chat;

	ChatWebhook(@Value("${shop.chat-webhook}") String url) {
		this.chat = RestClient.create(url);
	}

	@Async
	@EventListener
	void tell(TimerFindingEvent event) {
		Finding finding = event.getFinding();
		if (finding.severity() == Severity.NOTICE) {
			return;
		}
		String text = "%s %s at %s: %s; %s".formatted(event.getType(), finding.kind().label(), finding.subject(),
				finding.evidence(), finding.advice());
		this.chat.post()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("text", text))
			.retrieve()
			.toBodilessEntity();
	}

}
