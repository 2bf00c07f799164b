package io.timerscope.spring.held;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;

import io.timerscope.outside.HeldPool;
import io.timerscope.spring.BeanNames;
import io.timerscope.spring.SchedulerProxies;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * One walk from the beans along their fields, level by level, so that a pool is found
 * where it is nearest to a bean. Bounded in depth and in the number of objects.
 */
final class PoolWalk {

	private static final Log LOG = LogFactory.getLog(PoolWalk.class);

	/** Enough for the containers of message listeners, which nest deepest. */
	private static final int DEPTH = 9;

	private static final int OBJECTS = 60_000;

	private static final @Nullable URL OURS = ApplicationClasses.location(PoolWalk.class);

	private static final @Nullable URL CORE = ApplicationClasses.location(HeldPool.class);

	private final ApplicationClasses classes;

	private final FieldReader fields = new FieldReader();

	private final PoolReader pools = new PoolReader(this.fields);

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<Field> statics = new HashSet<>();

	private final Deque<Found> queue = new ArrayDeque<>();

	private final List<HeldPool> held = new ArrayList<>();

	private final Predicate<List<HeldPool>> isEnough;

	private boolean enough;

	PoolWalk(ApplicationClasses classes, Predicate<List<HeldPool>> isEnough) {
		this.classes = classes;
		this.isEnough = isEnough;
	}

	/** The register behind a bean factory; {@code null} where it shows none. */
	static @Nullable SingletonBeanRegistry registry(BeanFactory factory) {
		if (factory instanceof ConfigurableApplicationContext context) {
			try {
				return context.getBeanFactory();
			}
			catch (IllegalStateException ex) {
				return null;
			}
		}
		return (factory instanceof SingletonBeanRegistry registry) ? registry : null;
	}

	/** Starts from the singletons that are complete. */
	void addBeans(SingletonBeanRegistry registry) {
		for (String name : registry.getSingletonNames()) {
			Object bean = registry.containsSingleton(name) ? registry.getSingleton(name) : null;
			if (bean != null) {
				this.queue.add(new Found(bean, HeldPlace.of(BeanNames.shown(name), BeanNames.maker(registry, name))));
			}
		}
	}

	List<HeldPool> run() {
		while (!this.enough && !this.queue.isEmpty() && this.seen.size() < OBJECTS) {
			visitIfPossible(this.queue.remove());
		}
		return List.copyOf(this.held);
	}

	/** What cannot be read is passed by. */
	private void visitIfPossible(Found next) {
		try {
			visit(next.object(), next.place());
		}
		catch (RuntimeException | LinkageError ex) {
			LOG.trace("Cannot look into " + next.place().words(), ex);
		}
	}

	private void visit(Object found, HeldPlace place) {
		if (SchedulerProxies.isScheduler(found) && SchedulerProxies.isTracked(found)) {
			look(SchedulerProxies.unwrap(found), place.ofTracked());
		}
		else {
			look(found, place);
		}
	}

	private void look(Object found, HeldPlace place) {
		Object object = behind(found);
		if (object == null || isNoPlaceToLook(object) || !this.seen.add(object)) {
			return;
		}
		if (PoolReader.isPool(object)) {
			String library = (place.holder() == null) ? null : this.classes.library(place.holder());
			HeldPool pool = this.pools.read(object, place, library);
			if (pool != null) {
				this.held.add(pool);
				this.enough = this.isEnough.test(this.held);
			}
		}
		else if (object instanceof ApplicationContext || object instanceof BeanFactory) {
			SingletonBeanRegistry registry = registry((BeanFactory) object);
			if (registry != null && this.seen.add(registry)) {
				addBeans(registry);
			}
		}
		else if (Contents.isContainer(object)) {
			Contents.of(object).forEach((content) -> this.queue.add(new Found(content, place)));
		}
		else if (place.depth() < DEPTH && !isOurs(object)) {
			follow(object, place);
		}
	}

	/** The fields of an executor that wraps another are the outer one's affair. */
	private void follow(Object object, HeldPlace place) {
		boolean wrapper = object instanceof ScheduledExecutorService || object instanceof TaskScheduler;
		for (Field field : this.fields.fields(object.getClass())) {
			if (Modifier.isStatic(field.getModifiers()) && !this.statics.add(field)) {
				continue;
			}
			Object value = this.fields.read(field, object);
			if (value != null) {
				this.queue.add(new Found(value, wrapper ? place : place.in(object, field)));
			}
		}
	}

	private static @Nullable Object behind(Object object) {
		if (object instanceof Advised) {
			return AopProxyUtils.getSingletonTarget(object);
		}
		return Proxy.isProxyClass(object.getClass()) ? Proxy.getInvocationHandler(object) : object;
	}

	private static boolean isNoPlaceToLook(Object object) {
		return ClassUtils.isPrimitiveOrWrapper(object.getClass()) || object instanceof CharSequence
				|| object instanceof Enum<?> || object instanceof Class<?> || object instanceof ClassLoader
				|| object instanceof Reference<?> || object instanceof BeanDefinition
				|| object instanceof PropertyResolver || object instanceof PropertySource<?>
				|| object instanceof Resource || object instanceof Log;
	}

	private static boolean isOurs(Object object) {
		URL location = ApplicationClasses.location(object.getClass());
		return location != null && (sameAs(OURS, location) || sameAs(CORE, location));
	}

	private static boolean sameAs(@Nullable URL ours, URL location) {
		return ours != null && ours.toString().equals(location.toString());
	}

	/** An object and where it was found. */
	private record Found(Object object, HeldPlace place) {
	}

}
