package com.acme.odd;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import com.acme.odd.Application.Story;
import com.acme.odd.other.LibraryScheduler;
import com.acme.schedulers.FinalScheduler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Schedulers of classes that nobody planned for. */
public final class ClassShapes {

	private ClassShapes() {
	}

	/**
	 * The applications.
	 * @return one for each shape
	 */
	public static Stream<Application> all() {
		return Stream.of(new Application(ProxyOfAnotherInterface.class, Map.of("pool", "scheduled 2")),
				new Application(ARecord.class, Map.of("pool", "final")),
				new Application(ARecordBehindAnInterface.class, Map.of("pool", "equals")),
				new Application(AnEnum.class, Map.of("scheduler", "final")),
				new Application(FinalBehindInterface.class, Map.of("scheduler", "final")),
				new Application(AFinalClassOfThePackage.class, Map.of("pool", "final")),
				new Application(PackagePrivate.class, Map.of("scheduler", "scheduled 1")),
				new Application(PrivateNested.class, Map.of("scheduler", "subclass")),
				new Application(AnonymousClass.class, Map.of("scheduler", "scheduled 1")),
				new Application(PackageMethod.class, Map.of("scheduler", "another package")),
				new Application(ItsOwnEquals.class, Map.of("pool", "equals")));
	}

	@Configuration(proxyBeanMethods = false)
	static class ProxyOfAnotherInterface {

		@Bean
		Named pool() {
			ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
			return (Named) Proxy.newProxyInstance(ClassShapes.class.getClassLoader(),
					new Class<?>[] { Named.class, ScheduledExecutorService.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("name")) {
							return "proxy";
						}
						if (method.getName().equals("close")) {
							pool.shutdownNow();
							return null;
						}
						try {
							return method.invoke(pool, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

		@Bean
		Story story(Named named, ObjectProvider<ScheduledExecutorService> pool) {
			return (told) -> {
				told.add(named.name());
				told.add(pool.getObject() == named ? "same" : "other");
				((ScheduledExecutorService) named).schedule(Schedulers::nothing, 1, TimeUnit.HOURS);
				told.add(pool.getObject().submit(() -> "done").get());
			};
		}

	}

	record Pool(ScheduledExecutorService pool) implements ScheduledExecutorService {
		@Override
		public ScheduledFuture<?> schedule(Runnable c, long d, TimeUnit u) {
			return this.pool.schedule(c, d, u);
		}

		@Override
		public <V> ScheduledFuture<V> schedule(Callable<V> c, long d, TimeUnit u) {
			return this.pool.schedule(c, d, u);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable c, long i, long d, TimeUnit u) {
			return this.pool.scheduleAtFixedRate(c, i, d, u);
		}

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable c, long i, long d, TimeUnit u) {
			return this.pool.scheduleWithFixedDelay(c, i, d, u);
		}

		@Override
		public void shutdown() {
			this.pool.shutdown();
		}

		@Override
		public List<Runnable> shutdownNow() {
			return this.pool.shutdownNow();
		}

		@Override
		public boolean isShutdown() {
			return this.pool.isShutdown();
		}

		@Override
		public boolean isTerminated() {
			return this.pool.isTerminated();
		}

		@Override
		public boolean awaitTermination(long t, TimeUnit u) throws InterruptedException {
			return this.pool.awaitTermination(t, u);
		}

		@Override
		public <T> Future<T> submit(Callable<T> t) {
			return this.pool.submit(t);
		}

		@Override
		public <T> Future<T> submit(Runnable t, T r) {
			return this.pool.submit(t, r);
		}

		@Override
		public Future<?> submit(Runnable t) {
			return this.pool.submit(t);
		}

		@Override
		public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> t) throws InterruptedException {
			return this.pool.invokeAll(t);
		}

		@Override
		public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> t, long o, TimeUnit u)
				throws InterruptedException {
			return this.pool.invokeAll(t, o, u);
		}

		@Override
		public <T> T invokeAny(Collection<? extends Callable<T>> t) throws InterruptedException, ExecutionException {
			return this.pool.invokeAny(t);
		}

		@Override
		public <T> T invokeAny(Collection<? extends Callable<T>> t, long o, TimeUnit u)
				throws InterruptedException, ExecutionException, TimeoutException {
			return this.pool.invokeAny(t, o, u);
		}

		@Override
		public void execute(Runnable c) {
			this.pool.execute(c);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class ARecord {

		@Bean
		Pool pool() {
			return new Pool(Executors.newScheduledThreadPool(1));
		}

		@Bean
		Story story(Pool pool, Optional<ScheduledExecutorService> same) {
			return (told) -> {
				told.add("" + (pool == same.orElseThrow()));
				told.add(pool.submit(() -> "done").get());
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ARecordBehindAnInterface {

		private final ScheduledExecutorService real = Executors.newScheduledThreadPool(1);

		@Bean
		ScheduledExecutorService pool() {
			return new Pool(this.real);
		}

		@Bean
		Story story(ScheduledExecutorService it) {
			return (told) -> told.add("" + it.equals(new Pool(this.real)) + it.equals(new Pool(null)));
		}

	}

	enum Only implements TaskScheduler {

		ONE;

		private final ThreadPoolTaskScheduler it = new ThreadPoolTaskScheduler();

		Only() {
			this.it.setDaemon(true);
			this.it.initialize();
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable t, Trigger x) {
			return this.it.schedule(t, x);
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable t, Instant x) {
			return this.it.schedule(t, x);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable t, Instant x, Duration d) {
			return this.it.scheduleAtFixedRate(t, x, d);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable t, Duration d) {
			return this.it.scheduleAtFixedRate(t, d);
		}

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable t, Instant x, Duration d) {
			return this.it.scheduleWithFixedDelay(t, x, d);
		}

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable t, Duration d) {
			return this.it.scheduleWithFixedDelay(t, d);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnEnum {

		@Bean
		Only scheduler() {
			return Only.ONE;
		}

		@Bean
		Story story(Only only) {
			return (told) -> {
				told.add(only.name() + (only == Only.ONE));
				told.add("" + only.schedule(Schedulers::nothing, Schedulers.LATER).cancel(false));
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FinalBehindInterface {

		@Bean
		TaskScheduler scheduler() {
			return new FinalScheduler();
		}

		@Bean
		Story story(TaskScheduler it, ObjectProvider<ThreadPoolTaskScheduler> late) {
			return (told) -> {
				told.add("" + it.getClass());
				told.add("" + late.getIfAvailable().isRunning());
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AFinalClassOfThePackage {

		@Bean
		HiddenPool pool() {
			return new HiddenPool(Executors.newScheduledThreadPool(1));
		}

		@Bean
		Story story(HiddenPool it, ScheduledExecutorService same) {
			return (told) -> told.add("" + (it == same));
		}

	}

	@SuppressWarnings("serial")
	static class Quiet extends ThreadPoolTaskScheduler {

		private final StringBuilder log = new StringBuilder("quiet");

		protected Quiet(String ignored) {
		}

		String log() {
			return this.log.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PackagePrivate {

		@Bean
		Quiet scheduler() {
			return new Quiet("x");
		}

		@Bean
		Story story(Quiet it) {
			return (told) -> {
				told.add(it.log());
				told.add("" + it.schedule(Schedulers::nothing, Schedulers.LATER).cancel(true));
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrivateNested {

		@SuppressWarnings("serial")
		private static class Hidden extends ThreadPoolTaskScheduler {

		}

		@Bean
		TaskScheduler scheduler() {
			return new Hidden();
		}

		@Bean
		Story story(TaskScheduler it) {
			return (told) -> told.add(it.getClass().getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnonymousClass {

		private String suffix = "!";

		@Bean
		TaskScheduler scheduler() {
			String prefix = "anonymous";
			return new SimpleAsyncTaskSchedulerLike() {
				@Override
				public String toString() {
					return prefix + AnonymousClass.this.suffix;
				}
			};
		}

		@Bean
		Story story(TaskScheduler it) {
			return (told) -> {
				told.add(it.toString());
				told.add("" + it.schedule(Schedulers::nothing, Schedulers.LATER).cancel(false));
			};
		}

	}

	@SuppressWarnings("serial")
	abstract static class SimpleAsyncTaskSchedulerLike extends ThreadPoolTaskScheduler {

	}

	@SuppressWarnings("serial")
	static class Mine extends LibraryScheduler {

	}

	@Configuration(proxyBeanMethods = false)
	static class PackageMethod {

		@Bean
		Mine scheduler() {
			return new Mine();
		}

		@Bean
		Story story(Mine it) {
			return (told) -> told.add(LibraryScheduler.logOf(it));
		}

	}

	static class Equal extends ScheduledThreadPoolExecutor {

		private final int number;

		Equal(int number) {
			super(1);
			this.number = number;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Equal it && it.number() == this.number;
		}

		@Override
		public int hashCode() {
			return this.number;
		}

		int number() {
			return this.number;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@SuppressWarnings("SchedulerNeverShutDown") // never starts a thread
	static class ItsOwnEquals {

		@Bean
		Equal pool() {
			return new Equal(7);
		}

		@Bean
		Story story(Equal it) {
			return (told) -> {
				told.add("" + it.equals(new Equal(7)) + it.equals(new Equal(8)));
				told.add("" + new Equal(7).equals(it) + Set.of(it).contains(new Equal(7)));
			};
		}

	}

	public interface Named {

		String name();

	}

}
