package io.timerscope;

import org.jspecify.annotations.Nullable;

/**
 * Stands on a thread while the container makes a bean there. What is scheduled meanwhile
 * belongs to the bean, whatever request or session the thread works for.
 *
 * @since 0.1.0
 */
public interface BeanCreation extends OwnerSource {

	/** Nobody but the bean owns what is scheduled. */
	@Override
	default @Nullable Owner owner() {
		return null;
	}

	/**
	 * The bean that is made.
	 * @param taskBean the bean that the class of the task belongs to, or {@code null}
	 * @return the owner of the task, or {@code null} if the bean is no longer being made
	 */
	@Nullable Owner ownerOf(@Nullable Owner taskBean);

}
