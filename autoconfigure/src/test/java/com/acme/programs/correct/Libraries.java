package com.acme.programs.correct;

import java.util.concurrent.ScheduledExecutorService;

import org.vendor.KeepingCache;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Libraries that schedule on the application's schedulers, in a request. */
class Libraries {

	/** A client whose clean-up begins at its first use. */
	@RestController
	static class Tokens {

		private final KeepingCache tokens;

		Tokens(ScheduledExecutorService jobs) {
			this.tokens = new KeepingCache(jobs);
		}

		@GetMapping("/tokens/{user}")
		String token(@PathVariable String user) {
			return this.tokens.get(user);
		}

	}

	/** Messages that Spring Integration delivers in three days. */
	@Configuration(proxyBeanMethods = false)
	static class Flows {

		@Bean
		DirectChannel invitationChannel() {
			return new DirectChannel();
		}

		@Bean
		DirectChannel bundleChannel() {
			return new DirectChannel();
		}

		@Bean
		IntegrationFlow invitations(DirectChannel invitationChannel) {
			return IntegrationFlow.from(invitationChannel)
				.delay((delay) -> delay.messageGroupId("invitations").defaultDelay(72 * 3_600_000L))
				.channel("nullChannel")
				.get();
		}

		@Bean
		IntegrationFlow bundles(DirectChannel bundleChannel) {
			return IntegrationFlow.from(bundleChannel)
				.aggregate((bundle) -> bundle.correlationStrategy((message) -> message.getPayload())
					.releaseStrategy((group) -> group.size() == 100)
					.groupTimeout(3_600_000L))
				.channel("nullChannel")
				.get();
		}

	}

	@RestController
	static class Invitations {

		private final MessageChannel invitations;

		private final MessageChannel bundles;

		Invitations(MessageChannel invitationChannel, MessageChannel bundleChannel) {
			this.invitations = invitationChannel;
			this.bundles = bundleChannel;
		}

		@PostMapping("/invitations/{user}")
		void invite(@PathVariable String user) {
			this.invitations.send(new GenericMessage<>(user));
		}

		@PostMapping("/bundles/{key}")
		void bundle(@PathVariable String key) {
			this.bundles.send(new GenericMessage<>(key));
		}

	}

}
