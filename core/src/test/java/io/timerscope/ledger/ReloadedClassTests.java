package io.timerscope.ledger;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

import javax.tools.ToolProvider;

import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerResolver;
import io.timerscope.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two classes of one name: a plug-in before and after its reload, or one per tenant. */
class ReloadedClassTests {

	private static final String SOURCE = """
			package com.acme.plugin;

			public final class Reloaded implements java.util.function.Consumer<java.util.concurrent.ScheduledExecutorService> {
			%s
				@Override
				public void accept(java.util.concurrent.ScheduledExecutorService scheduler) {
					scheduler.scheduleAtFixedRate(() -> {
					}, 1, 1, java.util.concurrent.TimeUnit.HOURS);
				}
			}
			""";

	@TempDir
	private Path directory;

	@Test
	void theLineIsThatOfTheClassThatSchedules() throws Exception {
		try (Bench bench = new Bench();
				URLClassLoader before = compile("before", "");
				URLClassLoader after = compile("after", "\n\n")) {
			plugin(before).accept(bench.executor);
			plugin(after).accept(bench.executor);
			assertThat(bench.tasks(TaskQuery.States.LIVE).tasks())
				.extracting((task) -> task.site().frame().getLineNumber())
				.containsExactly(7, 9);
		}
	}

	@Test
	void theBeanIsThatOfTheClassThatSchedules() throws Exception {
		Map<Class<?>, Owner> beans = new ConcurrentHashMap<>();
		OwnerResolver resolver = new OwnerResolver() {

			@Override
			public @Nullable Owner ofFrame(Class<?> declaringClass) {
				return beans.get(declaringClass);
			}

		};
		try (Bench bench = new Bench(TaskLedger.builder().resolver(resolver));
				URLClassLoader one = compile("one", "");
				URLClassLoader two = compile("two", "")) {
			Consumer<ScheduledExecutorService> first = plugin(one);
			Consumer<ScheduledExecutorService> second = plugin(two);
			beans.put(first.getClass(), bench.ledger.openOwner(OwnerKind.BEAN, "first"));
			beans.put(second.getClass(), bench.ledger.openOwner(OwnerKind.BEAN, "second"));
			first.accept(bench.executor);
			second.accept(bench.executor);
			first.accept(bench.executor);
			assertThat(bench.tasks(TaskQuery.States.LIVE).tasks()).extracting((task) -> task.owner().name())
				.containsExactly("first", "second", "first");
		}
	}

	@SuppressWarnings("unchecked")
	private static Consumer<ScheduledExecutorService> plugin(ClassLoader loader) throws ReflectiveOperationException {
		return (Consumer<ScheduledExecutorService>) loader.loadClass("com.acme.plugin.Reloaded")
			.getDeclaredConstructor()
			.newInstance();
	}

	private URLClassLoader compile(String name, String lines) throws Exception {
		Path folder = Files.createDirectories(this.directory.resolve(name));
		Path source = Files.writeString(folder.resolve("Reloaded.java"), SOURCE.formatted(lines));
		int result = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
		assertThat(result).isZero();
		return new URLClassLoader(new URL[] { folder.toUri().toURL() }, getClass().getClassLoader());
	}

}
