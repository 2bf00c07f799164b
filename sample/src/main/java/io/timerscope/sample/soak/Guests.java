package io.timerscope.sample.soak;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

import io.timerscope.scope.TaskScope;
import io.timerscope.scope.TaskScopes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * What comes and goes while the shop is open: beans of the scope prototype, scopes opened
 * in code, classes of plug-ins, and contexts of tenants. Used by one thread.
 */
@Component
@Profile("soak")
class Guests {

	private static final Duration LONG = Duration.ofHours(5);

	private final ApplicationContext context;

	private final AutowireCapableBeanFactory beans;

	private final ObjectProvider<CarefulFeed> carefulFeeds;

	private final ObjectProvider<LeakingFeed> leakingFeeds;

	private final LeakingImport leakingImport;

	private final TaskScheduler scheduler;

	private final TaskScopes scopes;

	private int leaks;

	private int tenants;

	Guests(ApplicationContext context, ObjectProvider<CarefulFeed> carefulFeeds,
			ObjectProvider<LeakingFeed> leakingFeeds, LeakingImport leakingImport, TaskScheduler taskScheduler,
			TaskScopes scopes) {
		this.context = context;
		this.beans = context.getAutowireCapableBeanFactory();
		this.carefulFeeds = carefulFeeds;
		this.leakingFeeds = leakingFeeds;
		this.leakingImport = leakingImport;
		this.scheduler = taskScheduler;
		this.scopes = scopes;
	}

	/** How many tasks they have left behind. */
	int leaks() {
		return this.leaks;
	}

	void comeAndGo(int second) throws IOException, ReflectiveOperationException {
		this.beans.destroyBean(this.carefulFeeds.getObject());
		importCarefully();
		if (second % 10 == 0) {
			this.beans.destroyBean(this.leakingFeeds.getObject());
			this.leakingImport.run();
			this.leaks += 2;
		}
		if (second % 5 == 0) {
			runPlugIn();
		}
		if (second % 30 == 0) {
			serveTenant();
		}
	}

	private void importCarefully() {
		try (TaskScope scope = this.scopes.open("careful import", LONG)) {
			scope.every(LONG, Thread::onSpinWait);
			scope.after(LONG, Thread::onSpinWait);
		}
	}

	@SuppressWarnings("FutureReturnValueIgnored") // it runs at once
	private void runPlugIn() throws IOException, ReflectiveOperationException {
		Runnable plugIn = (Runnable) new PlugInLoader().loadClass(PlugIn.class.getName())
			.getDeclaredConstructor()
			.newInstance();
		this.scheduler.schedule(plugIn, Instant.now());
		this.scheduler.scheduleAtFixedRate(plugIn, LONG).cancel(false);
	}

	/** With a scheduler of its own, under a name that was never there before. */
	@SuppressWarnings("FutureReturnValueIgnored") // ends with the context
	private void serveTenant() {
		String name = "tenant" + this.tenants++;
		try (AnnotationConfigApplicationContext tenant = new AnnotationConfigApplicationContext()) {
			tenant.setParent(this.context);
			tenant.register(Tenant.class);
			Tenant.addScheduler(tenant, name);
			tenant.refresh();
			tenant.getBean(name, TaskScheduler.class).scheduleAtFixedRate(Thread::onSpinWait, LONG);
		}
	}

	/** Gives up what belongs to nobody any more. */
	void leave() {
		this.leakingImport.forget();
	}

	/** A class loader for one plug-in, which sees the rest through the shop's. */
	private static final class PlugInLoader extends ClassLoader {

		PlugInLoader() {
			super(PlugIn.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.equals(PlugIn.class.getName())) {
				return super.loadClass(name, resolve);
			}
			try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
				if (stream == null) {
					throw new ClassNotFoundException(name);
				}
				byte[] bytes = stream.readAllBytes();
				return defineClass(name, bytes, 0, bytes.length);
			}
			catch (IOException ex) {
				throw new ClassNotFoundException(name, ex);
			}
		}

	}

}
