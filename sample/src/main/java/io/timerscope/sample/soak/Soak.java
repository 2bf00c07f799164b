package io.timerscope.sample.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.timerscope.LeakReason;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.sample.SampleApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the shop and the kiosk for an hour with careful and leaking customers at once, and
 * says whether only the leaking ones were found, all of them, and whether nothing is left
 * at the end. {@code sample/soak.sh} starts it.
 */
public final class Soak {

	private static final int WARM_UP = 60;

	/** Operators cancel what has leaked this often, in seconds. */
	private static final int CLEAN_UP = 600;

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** On a busy machine all runs are late, for longer than ten seconds at times. */
	private static final String[] OPTIONS = { "--server.port=0", "--spring.main.banner-mode=off",
			"--logging.level.root=error", "--timerscope.late-after=60s" };

	private final ConfigurableApplicationContext shop;

	private final ConfigurableApplicationContext kiosk;

	private final Http shopDoor;

	private final Http kioskDoor;

	private final Customers customers;

	private final RoomGuests roomGuests;

	private final Travellers travellers;

	private final Guests guests;

	private Soak(ConfigurableApplicationContext shop, ConfigurableApplicationContext kiosk) {
		this.shop = shop;
		this.kiosk = kiosk;
		this.shopDoor = door(shop);
		this.kioskDoor = door(kiosk);
		this.customers = new Customers(this.shopDoor);
		this.roomGuests = new RoomGuests(this.shopDoor);
		this.travellers = new Travellers(this.kioskDoor);
		this.guests = shop.getBean(Guests.class);
	}

	private static Http door(ConfigurableApplicationContext application) {
		return new Http(application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	/**
	 * Soaks the shop and the kiosk.
	 * @param args how many minutes, 60 by default
	 * @throws Exception if one of them does not answer
	 */
	public static void main(String[] args) throws Exception {
		int minutes = (args.length > 0) ? Integer.parseInt(args[0]) : 60;
		List<String> faults;
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setAdditionalProfiles("soak");
		try (ConfigurableApplicationContext shop = application.run(OPTIONS);
				ConfigurableApplicationContext kiosk = Kiosk.open(OPTIONS)) {
			faults = new Soak(shop, kiosk).run(minutes);
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
		Figures start = Figures.take(ledgers());
		tell(0, start);
		for (int second = 1; second <= minutes * 60; second++) {
			everything(second);
			if (second % 60 == 0) {
				tell(second / 60, Figures.take(ledgers()));
			}
			if (second % CLEAN_UP == 0) {
				cleanUp();
			}
		}
		cleanUp();
		Figures end = Figures.take(ledgers());
		tell(minutes, end);
		List<String> faults = new ArrayList<>(ofCareful());
		leaks().stream()
			.filter(Predicate.not(Leaks::areFound))
			.map((it) -> "leaks were not found: " + it)
			.forEach(faults::add);
		faults.addAll(withoutLock());
		faults.addAll(end.comparedWith(start));
		applications().forEach((application) -> System.out.println(application.getId() + ": findings "
				+ application.getBean(FindingsSeen.class).kinds() + ", " + locked(application)));
		return faults;
	}

	private void everything(int second) throws Exception {
		Instant next = Instant.now().plusSeconds(1);
		this.customers.shop(second);
		this.roomGuests.chat(second);
		this.travellers.travel(second);
		this.guests.comeAndGo(second);
		Duration rest = Duration.between(Instant.now(), next);
		if (!rest.isNegative()) {
			TimeUnit.NANOSECONDS.sleep(rest.toNanos());
		}
	}

	/** Waits until every leak is found, and cancels them as an operator does. */
	private void cleanUp() throws Exception {
		Instant deadline = Instant.now().plus(PATIENCE);
		while (!leaks().stream().allMatch(Leaks::areFound) && Instant.now().isBefore(deadline)) {
			System.gc();
			TimeUnit.SECONDS.sleep(1);
		}
		this.shopDoor.cancelLeaks();
		this.kioskDoor.cancelLeaks();
		this.guests.leave();
	}

	private List<Leaks> leaks() {
		TaskLedger ledger = ledger(this.shop);
		long ofSessions = ledger.leaks(LeakReason.OUTLIVED_SESSION);
		return List.of(
				new Leaks("shop", (long) this.customers.leaks() + this.guests.leaks(), found(ledger) - ofSessions),
				new Leaks("WebSocket", this.roomGuests.leaks(), ofSessions),
				new Leaks("WebFlux", this.travellers.leaks(), found(ledger(this.kiosk))));
	}

	private static long found(TaskLedger ledger) {
		return Stream.of(LeakReason.values()).mapToLong(ledger::leaks).sum();
	}

	private List<String> ofCareful() {
		return applications().stream()
			.flatMap((application) -> application.getBean(FindingsSeen.class).ofCareful().stream())
			.toList();
	}

	/** Every run of a job that ShedLock guards has to have its lock. */
	private List<String> withoutLock() {
		return applications().stream()
			.filter((application) -> application.getBean(LockedJob.class).runs() == 0
					|| application.getBean(LockedJob.class).unlocked() > 0)
			.map((application) -> application.getId() + ": " + locked(application))
			.toList();
	}

	private static String locked(ConfigurableApplicationContext application) {
		LockedJob job = application.getBean(LockedJob.class);
		return job.runs() + " runs of the locked job, " + application.getBean(Locks.class).taken() + " locks, "
				+ job.unlocked() + " runs without";
	}

	private List<ConfigurableApplicationContext> applications() {
		return List.of(this.shop, this.kiosk);
	}

	private List<TaskLedger> ledgers() {
		return applications().stream().map(Soak::ledger).toList();
	}

	private static TaskLedger ledger(ConfigurableApplicationContext application) {
		return application.getBean(TaskLedger.class);
	}

	private void tell(int minute, Figures figures) {
		System.out.println(String.format(Locale.ROOT, "minute %d: %s; leaks found: %s; careful half: %s", minute,
				figures, leaks(), ofCareful().isEmpty() ? "no finding" : ofCareful()));
	}

}
