package io.timerscope.ledger;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

import io.timerscope.ThrowawayLoader;
import io.timerscope.origin.ClassMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Code that is loaded at run time goes when its tasks have ended. */
class ClassLoadersTests {

	private final Bench bench = new Bench();

	@AfterEach
	void shutDown() {
		this.bench.close();
	}

	@Test
	void aPluginsClassLoaderGoesOnceItsTasksHaveEnded() throws Exception {
		this.bench.pool.prestartAllCoreThreads(); // a thread keeps the loaders of those
													// who make it
		List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			loaders.add(loadAndRun());
		}
		await().until(() -> this.bench.totals().live() == 0);
		this.bench.ledger.tick();
		await().until(() -> {
			System.gc();
			return loaders.stream().allMatch((loader) -> loader.refersTo(null));
		});
		assertThat(this.bench.totals().scheduled()).isEqualTo(400);
	}

	@SuppressWarnings("unchecked")
	private WeakReference<ClassLoader> loadAndRun() throws Exception {
		ThrowawayLoader loader = new ThrowawayLoader();
		((Consumer<ScheduledExecutorService>) loader.make("com.acme.orders.Plugin")).accept(this.bench.executor);
		return new WeakReference<>(loader);
	}

	@Test
	void whatIsKnownOfAClassStaysAsLongAsTheClass() {
		ClassMap<String> map = new ClassMap<>(3);
		assertThat(map.put(String.class, "text")).isEqualTo("text");
		assertThat(map.put(String.class, "other")).isEqualTo("text");
		assertThat(map.get(String.class)).isEqualTo("text");
		assertThat(map.get(Integer.class)).isNull();
		map.put(Integer.class, "number");
		map.put(Long.class, "long");
		assertThat(map.put(Short.class, "one too many")).isEqualTo("one too many");
		assertThat(map.get(Short.class)).isNull();
		assertThat(map.get(Long.class)).isEqualTo("long");
	}

	@Test
	void classesThatHaveGoneMakeRoom() throws Exception {
		ClassMap<String> map = new ClassMap<>(10);
		fill(map);
		assertThat(map.put(String.class, "text")).isEqualTo("text");
		await().until(() -> {
			System.gc();
			map.put(String.class, "text");
			return map.get(String.class) != null;
		});
	}

	private static void fill(ClassMap<String> map) throws Exception {
		for (int i = 0; i < 10; i++) {
			map.put(new ThrowawayLoader().loadClass("com.acme.orders.Plugin"), "plugin " + i);
		}
		assertThat(map.get(String.class)).isNull();
	}

}
