package com.acme.matrix.servlet;

import java.time.Duration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.context.annotation.Scope;

/** Beans that live as long as their request. */
@RestController
class Baskets {

	private static final Duration HOUR = Duration.ofHours(1);

	private final ObjectProvider<Leaking> leaking;

	private final ObjectProvider<Careful> careful;

	Baskets(ObjectProvider<Leaking> leaking, ObjectProvider<Careful> careful) {
		this.leaking = leaking;
		this.careful = careful;
	}

	@GetMapping("/leaking/basket")
	String leakingBasket() {
		return this.leaking.getObject().toString();
	}

	@GetMapping("/careful/basket")
	String carefulBasket() {
		return this.careful.getObject().toString();
	}

	/** Forgets its interval. */
	@Component("leakingBasket")
	@Scope(WebApplicationContext.SCOPE_REQUEST)
	static class Leaking {

		@PostConstruct
		void fill() {
			Flux.interval(HOUR).subscribe();
		}

		@PreDestroy
		void empty() {
		}

	}

	/** Ends its interval. */
	@Component("carefulBasket")
	@Scope(WebApplicationContext.SCOPE_REQUEST)
	static class Careful {

		private @Nullable Disposable watch;

		@PostConstruct
		void fill() {
			this.watch = Flux.interval(HOUR).subscribe();
		}

		@PreDestroy
		void empty() {
			if (this.watch != null) {
				this.watch.dispose();
			}
		}

	}

}
