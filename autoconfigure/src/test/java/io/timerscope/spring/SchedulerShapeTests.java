package io.timerscope.spring;

import java.util.concurrent.ScheduledThreadPoolExecutor;

import io.timerscope.spring.SchedulerShape.LeftAlone;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchedulerShapeTests {

	@Test
	void theMembersOfAClassAreReadOnce() {
		String reason = reason();
		assertThat(reason).contains("final method").contains("urgent");
		assertThat(reason()).isSameAs(reason);
	}

	private static String reason() {
		return ((LeftAlone) SchedulerShape.of(Urgent.class, Urgent.class)).reason();
	}

	static class Urgent extends ScheduledThreadPoolExecutor {

		Urgent() {
			super(0);
		}

		final void urgent() {
		}

	}

}
