package io.timerscope.spring.bean;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;

import com.acme.beans.Bystander;
import com.acme.beans.FastHeartbeat;
import com.acme.beans.Heartbeat;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BeanIndexTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Set<String> gone = new HashSet<>();

	private final BeanIndex index = new BeanIndex((name) -> !this.gone.contains(name));

	@Test
	void aSuperclassHasTheBeansOfItsSubclasses() {
		this.index.add(Heartbeat.class, "slow");
		this.index.add(FastHeartbeat.class, "scopedTarget.fast");
		this.index.add(FastHeartbeat.class, "fast");
		assertThat(this.index.namesAround(FastHeartbeat.class)).isEqualTo(Set.of("fast"));
		assertThat(this.index.namesAround(Heartbeat.class)).isEqualTo(Set.of("slow", "fast")).hasSize(2);
		assertThat(this.index.namesOf(Heartbeat.class.getName())).containsExactly("slow", "fast");
		assertThat(this.index.namesOf("com.acme.Nobody")).isEmpty();
	}

	@Test
	void whatWasReadStaysAsItWas() {
		this.index.add(Bystander.class, "a");
		this.index.add(Bystander.class, "b");
		Set<String> two = this.index.namesAround(Bystander.class);
		Set<String> same = this.index.namesAround(Bystander.class);
		this.index.add(Bystander.class, "c");
		Set<String> three = this.index.namesAround(Bystander.class);
		assertThat(two).containsExactly("a", "b").isEqualTo(same).hasSameHashCodeAs(Set.of("b", "a"));
		assertThat(two.contains("c")).isFalse();
		assertThat(three).containsExactly("a", "b", "c").isNotEqualTo(two).isEqualTo(Set.of("c", "b", "a"));
		assertThat(Set.of("c", "b", "a")).isEqualTo(three);
	}

	@Test
	void eachFurtherBeanOfAClassTakesAsMuchAsTheFirst() {
		String[] names = new String[20_000];
		for (int i = 0; i < names.length; i++) {
			names[i] = "bean" + i;
		}
		int seen = 0;
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (String name : names) {
			this.index.add(FastHeartbeat.class, name);
			seen ^= this.index.namesAround(FastHeartbeat.class).hashCode();
		}
		long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
		assertThat(this.index.namesAround(Heartbeat.class)).hasSize(names.length);
		assertThat(seen).isNotZero();
		assertThat(taken / names.length).isLessThan(2000);
	}

	@Test
	void whereThereAreManyThoseThatAreGoneAreForgotten() {
		for (int i = 0; i < 10_000; i++) {
			this.index.add(FastHeartbeat.class, "tenant" + i);
			if (i % 10 != 0) {
				this.gone.add("tenant" + i);
			}
		}
		assertThat(this.index.namesAround(FastHeartbeat.class)).hasSizeLessThan(2500).contains("tenant0", "tenant9990");
		assertThat(this.index.namesAround(Heartbeat.class)).hasSizeLessThan(2500).contains("tenant0", "tenant9990");
	}

	@Test
	void aNameThatComesBackIsKnownAtEachLevel() {
		this.index.add(FastHeartbeat.class, "fast");
		this.gone.add("fast");
		this.index.forgetGone();
		assertThat(this.index.isBean(FastHeartbeat.class)).isFalse();
		assertThat(this.index.namesOf(Heartbeat.class.getName())).isEmpty();
		this.index.add(FastHeartbeat.class, "fast");
		assertThat(this.index.namesAround(Heartbeat.class)).containsExactly("fast");
	}

}
