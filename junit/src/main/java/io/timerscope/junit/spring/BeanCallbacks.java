package io.timerscope.junit.spring;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.timerscope.TaskSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Tells the tasks that a bean schedules while the context makes it. A test may be the
 * occasion, when a scope is refreshed or a bean is lazy, yet the bean is the context's,
 * which ends it. Not so a prototype: whoever asked for it has to end it.
 */
final class BeanCallbacks implements Predicate<TaskSnapshot> {

	private static final Set<String> SHORT_LIVED = Set.of(BeanDefinition.SCOPE_PROTOTYPE, "request", "session");

	private static final String POST_CONSTRUCT = "jakarta.annotation.PostConstruct";

	private final @Nullable ConfigurableListableBeanFactory beans;

	BeanCallbacks(ApplicationContext context) {
		this.beans = (context instanceof ConfigurableApplicationContext open && open.isActive()) ? open.getBeanFactory()
				: null;
	}

	@Override
	public boolean test(TaskSnapshot task) {
		return this.beans != null && Stream.concat(Stream.ofNullable(task.site().frame()), task.site().stack().stream())
			.anyMatch((frame) -> isCallback(frame, this.beans));
	}

	private static boolean isCallback(StackTraceElement frame, ConfigurableListableBeanFactory beans) {
		for (String name : beans.getBeanDefinitionNames()) {
			BeanDefinition bean = beans.getMergedBeanDefinition(name);
			if (!SHORT_LIVED.contains(bean.getScope()) && (isOwnCallback(frame, beans.getType(name, false), bean)
					|| isFactoryMethod(frame, bean, beans))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOwnCallback(StackTraceElement frame, @Nullable Class<?> type, BeanDefinition bean) {
		Class<?> declaring = declaring(frame, type);
		String method = frame.getMethodName();
		return declaring != null && (method.equals("<init>") || method.equals("afterPropertiesSet")
				|| method.equals(bean.getInitMethodName()) || isPostConstruct(declaring, method));
	}

	private static boolean isFactoryMethod(StackTraceElement frame, BeanDefinition bean,
			ConfigurableListableBeanFactory beans) {
		String factory = bean.getFactoryBeanName();
		return frame.getMethodName().equals(bean.getFactoryMethodName())
				&& ((factory != null) ? declaring(frame, beans.getType(factory, false)) != null
						: frame.getClassName().equals(bean.getBeanClassName()));
	}

	/** The class of the bean, or the one above it, that the frame stands in. */
	private static @Nullable Class<?> declaring(StackTraceElement frame, @Nullable Class<?> type) {
		Class<?> at = (type != null) ? ClassUtils.getUserClass(type) : null;
		while (at != null && !at.getName().equals(frame.getClassName())) {
			at = at.getSuperclass();
		}
		return at;
	}

	private static boolean isPostConstruct(Class<?> type, String name) {
		return Stream.of(type.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.flatMap((method) -> Stream.of(method.getAnnotations()))
			.anyMatch((annotation) -> annotation.annotationType().getName().equals(POST_CONSTRUCT));
	}

}
