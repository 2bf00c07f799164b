package io.timerscope.ledger;

import java.util.concurrent.atomic.AtomicReference;

import com.acme.orders.ReminderService;
import com.acme.orders.Reminders;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerResolver;
import io.timerscope.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One line of a helper schedules first for nobody and then for a bean, which is further
 * up the stack.
 */
class HelperOfABeanTests {

	private final AtomicReference<Owner> bean = new AtomicReference<>();

	private final Bench bench = new Bench(TaskLedger.builder().resolver(new OwnerResolver() {

		@Override
		public @Nullable Owner ofFrame(Class<?> declaringClass) {
			return (declaringClass == ReminderService.class) ? HelperOfABeanTests.this.bean.get() : null;
		}

	}));

	private final Reminders reminders = new Reminders(this.bench.executor);

	private final ReminderService service = new ReminderService(this.reminders);

	HelperOfABeanTests() {
		this.bean.set(this.bench.ledger.openOwner(OwnerKind.BEAN, "reminderService"));
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void aPeriodicTaskIsTheBeansHoweverManyWereNobodys() {
		for (int i = 0; i < 100; i++) {
			this.reminders.every(new Reminders.Reminder());
		}
		this.service.every(new Reminders.Reminder());
		assertThat(this.bench.tasks(TaskQuery.States.LIVE).matched()).isEqualTo(101);
		assertThat(owned()).isEqualTo(1);
	}

	@Test
	void aOneShotIsTheBeansOnceAProbeHasMetIt() {
		for (int i = 0; i < 100; i++) {
			this.reminders.busy(new Reminders.Reminder());
		}
		for (int i = 0; i < 10_000; i++) {
			this.service.once(new Reminders.Reminder());
		}
		assertThat(owned()).isGreaterThan(5_000);
		long before = owned();
		this.service.once(new Reminders.Reminder());
		assertThat(owned()).isEqualTo(before + 1);
	}

	private long owned() {
		return this.bench.tracker.totals(OwnerKind.BEAN).live();
	}

}
