package io.timerscope.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.timerscope.finding.LeftBehind;
import io.timerscope.ledger.TaskLedger;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The clock's last act: once the context is closed, or its start has failed, it waits a
 * little for what ends by itself and then logs what is left behind. A context that is
 * only stopped is left alone.
 */
final class LeftBehindReport implements Runnable {

	private static final Log logger = LogFactory.getLog("io.timerscope.findings");

	/** Less than the ten seconds within which it is decided. */
	private static final Duration PATIENCE = Duration.ofSeconds(8);

	private static final Duration CLOSING = Duration.ofMinutes(2);

	private static final Duration LOOK = Duration.ofMillis(250);

	private final ConfigurableApplicationContext context;

	/**
	 * A context that can be refreshed anew does not show it any more once it is closed.
	 */
	private final ConfigurableListableBeanFactory beans;

	private final TaskLedger ledger;

	private final LeftBehind leftBehind;

	private final boolean enabled;

	/**
	 * Prepares to look.
	 * @param enabled whether the user wants to know
	 */
	LeftBehindReport(ConfigurableApplicationContext context, TaskLedger ledger, LeftBehind leftBehind,
			boolean enabled) {
		this.context = context;
		this.beans = context.getBeanFactory();
		this.ledger = ledger;
		this.leftBehind = leftBehind;
		this.enabled = enabled;
	}

	@Override
	public void run() {
		if (this.enabled && this.context.isClosed()) {
			this.ledger.guarded("look for what is left behind", () -> {
				this.leftBehind.closing();
				look(this::hasBeans);
			});
		}
	}

	/** The start has failed, and the beans are being destroyed. */
	void afterFailure() {
		this.ledger.guarded("look for what a failed start leaves behind", () -> {
			this.leftBehind.failed();
			look(this.context::isActive);
		});
	}

	private void look(BooleanSupplier isClosing) {
		long closing = System.nanoTime();
		while (isClosing.getAsBoolean() && System.nanoTime() - closing < CLOSING.toNanos()) {
			LockSupport.parkNanos(this, LOOK.toNanos());
		}
		long closed = System.nanoTime();
		List<String> lines = this.leftBehind.look();
		while (!lines.isEmpty() && System.nanoTime() - closed < PATIENCE.toNanos()) {
			LockSupport.parkNanos(this, LOOK.toNanos());
			lines = this.leftBehind.look();
		}
		lines.forEach((line) -> logger.warn("Timerscope: " + line));
	}

	private boolean hasBeans() {
		return this.beans.getSingletonCount() > 0;
	}

}
