package com.acme.odd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * An application of an odd shape.
 *
 * @param configuration its configuration, whose stories tell what it sees
 * @param schedulers what is expected to be listed: how many tasks, or why it is not
 * tracked
 */
public record Application(Class<?> configuration, Map<String, String> schedulers) {

	public AnnotationConfigApplicationContext start(AnnotationConfigApplicationContext context) {
		context.setAllowCircularReferences(true);
		context.register(this.configuration);
		context.refresh();
		return context;
	}

	public List<String> story(AnnotationConfigApplicationContext context) throws Exception {
		List<String> told = new ArrayList<>();
		for (Story story : context.getBeansOfType(Story.class).values()) {
			story.tell(told);
		}
		return told;
	}

	@Override
	public String toString() {
		return this.configuration.getSimpleName();
	}

	/** What a part of the application sees. */
	@FunctionalInterface
	public interface Story {

		void tell(List<String> told) throws Exception;

	}

}
