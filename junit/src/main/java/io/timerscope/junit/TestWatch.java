package io.timerscope.junit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.timerscope.junit.spring.SpringContexts;
import io.timerscope.junit.spring.SpringGivens;
import io.timerscope.junit.text.TestName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * The check of one test, or of one class around its tests, kept in JUnit's store for as
 * long as that runs. What a check inside has judged is not judged again outside.
 */
final class TestWatch {

	private static final Namespace NAMESPACE = Namespace.create(TestWatch.class);

	private final ExtensionContext context;

	private final Settings settings;

	private final TestJvm jvm = TestJvm.CURRENT;

	private final Watch watch;

	private @Nullable Presence presence;

	private @Nullable Watch before;

	private @Nullable SpringGivens spring;

	private boolean begun;

	private int freshIgnores;

	private TestWatch(ExtensionContext context, Settings settings) {
		this.context = context;
		this.settings = settings;
		WatchedTest test = new WatchedTest(TestName.of(context), !settings.isParallel(), classesAround(context));
		List<LedgerBook> books = List.of(this.jvm.own());
		this.watch = new Watch(this.jvm, test, books, Baseline.now(this.jvm, books));
		options(AnnotatedOptions.of(context));
	}

	/**
	 * The classes whose check outlives this one: what they make when they are initialized
	 * is judged there.
	 */
	private static Set<String> classesAround(ExtensionContext context) {
		Set<String> classes = new HashSet<>();
		for (Class<?> type = context.getTestMethod().isPresent() ? context.getTestClass().orElse(null)
				: null; type != null; type = type.getEnclosingClass()) {
			for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
				classes.add(declaring.getName());
			}
		}
		return classes;
	}

	private void options(List<LeakOption> options) {
		this.freshIgnores += this.watch.options(options);
	}

	/**
	 * The check of this context, begun if there is none; {@code null} if switched off.
	 */
	static @Nullable TestWatch open(ExtensionContext context, List<LeakOption> options) {
		TestWatch watch = of(context);
		if (watch == null) {
			Settings settings = new Settings(context::getConfigurationParameter);
			if (!settings.isEnabled()) {
				return null;
			}
			if (settings.wantsAgent()) {
				TestJvm.CURRENT.useAgent();
			}
			watch = new TestWatch(context, settings);
			store(context).put(context.getUniqueId(), watch);
		}
		watch.options(options);
		return watch;
	}

	static @Nullable TestWatch of(ExtensionContext context) {
		return store(context).get(context.getUniqueId(), TestWatch.class);
	}

	private static Store store(ExtensionContext context) {
		return context.getStore(NAMESPACE);
	}

	/** The test itself starts; what its Spring context has brought is not its doing. */
	void begin() {
		if (this.begun) {
			return;
		}
		this.begun = true;
		absorbSpring();
		this.presence = enter();
		this.before = this.jvm.swap(this.watch);
	}

	/** Takes what a Spring context has brought as given, once for each context. */
	void absorbSpring() {
		SpringGivens spring = SpringContexts.of(this.context).orElse(null);
		if (spring == null || (this.spring != null && this.spring.context() == spring.context())) {
			return;
		}
		this.spring = spring;
		List<LedgerBook> books = this.jvm.books(spring);
		if (this.presence != null) {
			this.watch.test().enter(this.presence, books);
		}
		this.watch.absorb(books, spring);
		outer().forEach((outer) -> outer.watch.absorb(books, spring));
	}

	Presence enter() {
		return this.watch.test().enter(this.watch.books());
	}

	/** The verdict. */
	void end() {
		store(this.context).remove(this.context.getUniqueId());
		leave();
		List<TestWatch> outer = outer();
		LeakRules rules = this.watch.rules(this.settings.retryFor());
		List<TestWatch> later = outer.stream().filter((it) -> ClassEnd.mayShutDown(it.context)).toList();
		Watch.Verdict verdict = this.watch.verdict(rules, (suspect) -> later.isEmpty() || !suspect.isOfUnknownOrigin());
		outer.forEach((it) -> it.watch.baseline().judged(verdict.suspects()));
		if (!later.isEmpty()) {
			List<Suspect> threads = this.watch.suspects(rules).stream().filter(Suspect::isOfUnknownOrigin).toList();
			List<Suspect> accused = rules.accused(threads);
			List<Suspect> ignored = threads.stream().filter((it) -> !accused.contains(it)).toList();
			outer.forEach((it) -> it.watch.baseline().judged(ignored));
			later.forEach((it) -> it.watch.seenIn(this.watch.test().name(), accused));
		}
		this.watch.execute(verdict, rules);
		if (this.freshIgnores > 0) {
			IgnoreLimit.check(this.jvm.ignored().list(), this.settings.maxIgnores());
		}
	}

	private void leave() {
		Presence presence = this.presence;
		if (presence != null) {
			presence.close();
			this.jvm.swap(this.before);
		}
	}

	/** The checks of the classes around this one, the nearest first. */
	private List<TestWatch> outer() {
		List<TestWatch> outer = new ArrayList<>();
		Optional<ExtensionContext> context = this.context.getParent();
		while (context.isPresent()) {
			TestWatch watch = of(context.get());
			if (watch != null) {
				outer.add(watch);
			}
			context = context.get().getParent();
		}
		return outer;
	}

}
