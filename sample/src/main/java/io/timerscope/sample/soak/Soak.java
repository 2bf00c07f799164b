package io.timerscope.sample.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.timerscope.LeakReason;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.sample.SampleApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the shop for an hour with careful and leaking customers at once, and says whether
 * only the leaking ones were found, all of them, and whether nothing is left at the end.
 * {@code sample/soak.sh} starts it.
 */
public final class Soak {

	private static final int WARM_UP = 60;

	/** Operators cancel what has leaked this often, in seconds. */
	private static final int CLEAN_UP = 600;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final TaskLedger ledger;

	private final Customers customers;

	private final Guests guests;

	private final FindingsSeen findings;

	private Soak(ConfigurableApplicationContext shop) {
		this.ledger = shop.getBean(TaskLedger.class);
		this.customers = new Customers(shop.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		this.guests = shop.getBean(Guests.class);
		this.findings = shop.getBean(FindingsSeen.class);
	}

	/**
	 * Soaks the shop.
	 * @param args how many minutes, 60 by default
	 * @throws Exception if the shop does not answer
	 */
	public static void main(String[] args) throws Exception {
		int minutes = (args.length > 0) ? Integer.parseInt(args[0]) : 60;
		List<String> faults;
		try (ConfigurableApplicationContext shop = SpringApplication.run(SampleApplication.class, "--server.port=0",
				"--spring.profiles.active=soak", "--spring.main.banner-mode=off", "--logging.level.root=error",
				"--timerscope.late-after=10s")) { // on a busy machine all are late
			faults = new Soak(shop).run(minutes);
		}
		faults.forEach((fault) -> System.out.println("FAULT: " + fault));
		System.out.println(faults.isEmpty() ? "The soak holds." : "The soak does not hold.");
		System.exit(faults.isEmpty() ? 0 : 1);
	}

	private List<String> run(int minutes) throws Exception {
		for (int second = 0; second < WARM_UP; second++) {
			everything(second);
		}
		cleanUp();
		Figures start = Figures.take(this.ledger);
		tell(0, start);
		for (int second = 1; second <= minutes * 60; second++) {
			everything(second);
			if (second % 60 == 0) {
				tell(second / 60, Figures.take(this.ledger));
			}
			if (second % CLEAN_UP == 0) {
				cleanUp();
			}
		}
		boolean allFound = cleanUp();
		Figures end = Figures.take(this.ledger);
		tell(minutes, end);
		List<String> faults = new ArrayList<>(this.findings.ofCareful());
		if (!allFound) {
			faults.add(found() + " of " + made() + " leaks were found");
		}
		faults.addAll(end.comparedWith(start));
		System.out.println(found() + " of " + made() + " leaks found, kinds " + this.findings.kinds());
		return faults;
	}

	private void everything(int second) throws Exception {
		Instant next = Instant.now().plusSeconds(1);
		this.customers.shop(second);
		this.guests.comeAndGo(second);
		Duration rest = Duration.between(Instant.now(), next);
		if (!rest.isNegative()) {
			TimeUnit.NANOSECONDS.sleep(rest.toNanos());
		}
	}

	/**
	 * Waits until every leak is found, and cancels them as an operator does.
	 * @return whether every leak was found
	 */
	private boolean cleanUp() throws Exception {
		Instant deadline = Instant.now().plus(PATIENCE);
		while (found() < made() && Instant.now().isBefore(deadline)) {
			System.gc();
			TimeUnit.SECONDS.sleep(1);
		}
		boolean allFound = found() == made();
		this.customers.cancelLeaks();
		this.guests.leave();
		return allFound;
	}

	private long found() {
		long found = 0;
		for (LeakReason reason : LeakReason.values()) {
			found += this.ledger.leaks(reason);
		}
		return found;
	}

	private long made() {
		return (long) this.customers.leaks() + this.guests.leaks();
	}

	private void tell(int minute, Figures figures) {
		System.out.println(String.format(Locale.ROOT, "minute %d: %s; %d of %d leaks found; careful half: %s", minute,
				figures, found(), made(),
				this.findings.ofCareful().isEmpty() ? "no finding" : this.findings.ofCareful()));
	}

}
