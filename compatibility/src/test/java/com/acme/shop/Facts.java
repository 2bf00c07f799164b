package com.acme.shop;

import java.util.ArrayList;
import java.util.List;

import io.timerscope.TaskQuery;
import io.timerscope.finding.FindingBook;
import io.timerscope.ledger.Schedulers;
import io.timerscope.ledger.TaskLedger;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.SpringVersion;
import org.springframework.stereotype.Component;

/** What is known inside, also where there is no endpoint to ask. */
@Component
public class Facts {

	private final ApplicationContext context;

	Facts(ApplicationContext context) {
		this.context = context;
	}

	@EventListener(ApplicationReadyEvent.class)
	public void tell() {
		String text = "shop: spring boot " + SpringBootVersion.getVersion() + "\nshop: spring framework "
				+ SpringVersion.getVersion() + "\n" + read() + "shop: ready";
		text.lines().forEach(System.out::println);
	}

	/** Lines that begin with "shop:". */
	public String read() {
		List<String> facts = new ArrayList<>();
		facts.add("ledger " + (this.context.getBeanProvider(TaskLedger.class).getIfAvailable() != null));
		facts.add("health " + this.context.containsBean("timersHealthIndicator"));
		facts.add("meters " + this.context.containsBean("timerscopeMeterBinder"));
		this.context.getBeanProvider(TaskLedger.class).ifAvailable((ledger) -> describe(ledger, facts));
		this.context.getBeanProvider(FindingBook.class)
			.ifAvailable((book) -> book.current()
				.forEach((finding) -> facts.add("finding " + finding.kind().label() + " " + finding.subject())));
		StringBuilder text = new StringBuilder();
		facts.forEach((fact) -> text.append("shop: ").append(fact).append('\n'));
		return text.toString();
	}

	private static void describe(TaskLedger ledger, List<String> facts) {
		Schedulers schedulers = ledger.schedulers();
		schedulers.tracked().forEach((tracker) -> facts.add("tracked " + tracker.name() + " " + tracker.type()));
		schedulers.untracked().forEach((other) -> facts.add("untracked " + other.name() + " " + other.reason()));
		ledger.read()
			.snapshot(TaskQuery.DEFAULT)
			.page()
			.tasks()
			.forEach((task) -> facts
				.add("task " + task.name() + " of " + task.owner().kind().label() + " " + task.owner().name()));
	}

}
