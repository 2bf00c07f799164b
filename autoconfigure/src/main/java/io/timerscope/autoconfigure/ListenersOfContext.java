package io.timerscope.autoconfigure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.timerscope.TickListener;
import io.timerscope.finding.FindingBook;
import io.timerscope.finding.FindingListener;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The listeners that are beans of one context, for as long as that context lives. The
 * findings and the clock may be those of a context above, which has listeners of its own.
 */
final class ListenersOfContext implements SmartInitializingSingleton, DisposableBean {

	private final ListableBeanFactory beans;

	private final TimerscopeClock clock;

	private final Supplier<@Nullable FindingBook> findings;

	private final List<Runnable> removals = new ArrayList<>();

	ListenersOfContext(ListableBeanFactory beans, TimerscopeClock clock, Supplier<@Nullable FindingBook> findings) {
		this.beans = beans;
		this.clock = clock;
		this.findings = findings;
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (TickListener listener : ofThisContext(TickListener.class)) {
			this.clock.addListener(listener);
			this.removals.add(() -> this.clock.removeListener(listener));
		}
		FindingBook book = this.findings.get();
		if (book != null) {
			for (FindingListener listener : ofThisContext(FindingListener.class)) {
				book.addListener(listener);
				this.removals.add(() -> book.removeListener(listener));
			}
		}
	}

	@Override
	public void destroy() {
		this.removals.forEach(Runnable::run);
	}

	private <T> List<T> ofThisContext(Class<T> type) {
		Set<T> local = Collections.newSetFromMap(new IdentityHashMap<>());
		local.addAll(this.beans.getBeansOfType(type).values());
		return this.beans.getBeanProvider(type).orderedStream().filter(local::contains).toList();
	}

}
