package io.timerscope.spring.bean;

import io.timerscope.BeanCreation;
import io.timerscope.Owner;
import io.timerscope.OwnerSource;
import org.jspecify.annotations.Nullable;

/**
 * A bean that the container makes, on the thread that makes it. The class of a task may
 * name another bean, which lives on when this one is gone; the configuration that makes
 * this one is no such bean.
 */
final class BeanInCreation implements BeanCreation {

	private final BeanCreations creations;

	private final String name;

	private final @Nullable OwnerSource outer;

	private volatile boolean over;

	BeanInCreation(BeanCreations creations, String name, @Nullable OwnerSource outer) {
		this.creations = creations;
		this.name = name;
		this.outer = outer;
	}

	@Override
	public @Nullable Owner ownerOf(@Nullable Owner taskBean) {
		return this.over ? taskBean : this.creations.ownerOf(this.name, taskBean);
	}

	/** Whoever first asked for the bean, a request perhaps, which scopes still find. */
	@Override
	public @Nullable OwnerSource outer() {
		return this.outer;
	}

	boolean isAmong(BeanCreations creations) {
		return this.creations == creations;
	}

	void ends() {
		this.over = true;
	}

}
