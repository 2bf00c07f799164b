package io.timerscope.spring.bean;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Names in the order in which they came, up to one of them: a set that never changes.
 * Each further name makes another such set, and both share what they have in common. So a
 * thousand names cost what a thousand names take, and not a copy of all for each.
 */
final class NamesSoFar extends AbstractSet<String> {

	private final String[] names;

	/** Of later names too. */
	private final Map<String, Integer> places;

	private final int size;

	private final int hash;

	private NamesSoFar(String[] names, Map<String, Integer> places, int size, int hash) {
		this.names = names;
		this.places = places;
		this.size = size;
		this.hash = hash;
	}

	/** A small set of the JDK where that will do. */
	static Set<String> of(Collection<String> names) {
		if (names.size() < 2) {
			return Set.copyOf(names);
		}
		NamesSoFar all = new NamesSoFar(new String[names.size()], new ConcurrentHashMap<>(), 0, 0);
		for (String name : names) {
			all = all.with(name);
		}
		return all;
	}

	/** To be called by one thread at a time, and for the last of the sets only. */
	NamesSoFar with(String name) {
		String[] names = (this.size < this.names.length) ? this.names : Arrays.copyOf(this.names, this.size * 2);
		names[this.size] = name;
		this.places.put(name, this.size);
		return new NamesSoFar(names, this.places, this.size + 1, this.hash + name.hashCode());
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public boolean contains(@Nullable Object name) {
		Integer place = (name instanceof String) ? this.places.get(name) : null;
		return place != null && place < this.size;
	}

	@Override
	public Iterator<String> iterator() {
		return Collections.unmodifiableList(Arrays.asList(this.names).subList(0, this.size)).iterator();
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return (other instanceof NamesSoFar those && those.places == this.places) ? those.size == this.size
				: super.equals(other);
	}

}
