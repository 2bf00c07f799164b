package io.timerscope.junit;

import com.acme.leaks.VirtualThreadSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class VirtualThreadTests {

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void theThreadsThatCarryAndWakeVirtualThreadsAreNobodys() {
		assertThat(Launch.of(VirtualThreadSamples.class).outcomes())
			.containsOnly(entry("sleepsOnVirtualThread()", "SUCCESSFUL"));
	}

}
