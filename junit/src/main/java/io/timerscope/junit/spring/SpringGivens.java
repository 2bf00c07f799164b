package io.timerscope.junit.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.timerscope.TaskSnapshot;
import io.timerscope.junit.text.Glob;
import io.timerscope.junit.thread.KnownThreads;
import io.timerscope.ledger.TaskLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.CustomizableThreadCreator;

/**
 * What a Spring context brings to a test: its ledger, and the names of threads that its
 * beans may start at any time.
 *
 * @param context the context itself, or {@code null} if it cannot be loaded
 * @param ledger the ledger, or {@code null} where Timerscope is not part of the context
 * @param threads names of threads
 * @param ownTasks tells tasks that a bean brings with it, also one that the context makes
 * late
 */
public record SpringGivens(@Nullable ApplicationContext context, @Nullable TaskLedger ledger, List<Glob> threads,
		Predicate<TaskSnapshot> ownTasks) {

	static final SpringGivens NONE = new SpringGivens(null, null, List.of(), (task) -> false);

	static SpringGivens of(ApplicationContext context) {
		List<Glob> threads = new ArrayList<>(KnownThreads.ofAContext());
		context.getBeansOfType(CustomizableThreadCreator.class, false, false)
			.values()
			.forEach((creator) -> threads.add(new Glob(creator.getThreadNamePrefix() + "*")));
		return new SpringGivens(context, context.getBeanProvider(TaskLedger.class).stream().findFirst().orElse(null),
				List.copyOf(threads), new BeanCallbacks(context));
	}

}
