package com.acme.programs.correct;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.google.common.base.Suppliers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What begins when somebody needs it for the first time. */
class LazyStarts {

	/** A lazy bean, made by the first request. */
	@Lazy
	@Component
	static class ExchangeRates {

		private final AtomicInteger rate = new AtomicInteger();

		ExchangeRates(TaskScheduler taskScheduler) {
			taskScheduler.scheduleWithFixedDelay(this.rate::incrementAndGet, Duration.ofMillis(20));
		}

		int rate() {
			return this.rate.get();
		}

	}

	@RestController
	static class RatesController {

		private final ExchangeRates rates;

		RatesController(@Lazy ExchangeRates rates) {
			this.rates = rates;
		}

		@GetMapping("/rates")
		int rate() {
			return this.rates.rate();
		}

	}

	/** Another, asked for through a provider, that starts in its init method. */
	@Lazy
	@Component
	static class Geography {

		private final TaskScheduler scheduler;

		private ScheduledFuture<?> reload;

		Geography(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@PostConstruct
		void start() {
			this.reload = this.scheduler.scheduleWithFixedDelay(() -> {
			}, Duration.ofHours(1));
		}

		@PreDestroy
		void stop() {
			this.reload.cancel(false);
		}

	}

	@RestController
	static class GeographyController {

		private final ObjectProvider<Geography> geography;

		GeographyController(ObjectProvider<Geography> geography) {
			this.geography = geography;
		}

		@GetMapping("/geography")
		String name() {
			return this.geography.getObject().getClass().getSimpleName();
		}

	}

	/** Begins its refresh at the first use, and keeps the future. */
	@RestController
	static class FirstUse {

		private final TaskScheduler scheduler;

		private volatile ScheduledFuture<?> refresh;

		FirstUse(TaskScheduler taskScheduler) {
			this.scheduler = taskScheduler;
		}

		@GetMapping("/weather")
		String weather() {
			if (this.refresh == null) {
				synchronized (this) {
					if (this.refresh == null) {
						this.refresh = this.scheduler.scheduleAtFixedRate(this::load, Duration.ofHours(1));
					}
				}
			}
			return "sunny";
		}

		private void load() {
		}

	}

	/** The same, with a supplier that remembers. */
	@RestController
	static class Memoized {

		private final Supplier<ScheduledFuture<?>> refresh;

		Memoized(TaskScheduler taskScheduler) {
			this.refresh = Suppliers.memoize(() -> taskScheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1)));
		}

		@GetMapping("/tides")
		boolean tides() {
			return this.refresh.get().isDone();
		}

	}

	/** Prototypes that the controller keeps, one for each branch office. */
	@Component
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	static class Branch {

		private final ScheduledFuture<?> audit;

		Branch(TaskScheduler taskScheduler) {
			this.audit = taskScheduler.scheduleAtFixedRate(() -> {
			}, Duration.ofHours(1));
		}

	}

	@RestController
	static class BranchController {

		private final ObjectProvider<Branch> prototypes;

		private final Map<String, Branch> branches = new ConcurrentHashMap<>();

		BranchController(ObjectProvider<Branch> prototypes) {
			this.prototypes = prototypes;
		}

		@GetMapping("/branches/{town}")
		boolean audited(@PathVariable String town) {
			return !this.branches.computeIfAbsent(town, (it) -> this.prototypes.getObject()).audit.isDone();
		}

	}

}
