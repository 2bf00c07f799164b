package io.timerscope.snapshot;

import java.time.Duration;
import java.util.List;

/**
 * An estimate of the memory that the leaked tasks of one site keep: the objects that can
 * be reached from them, each counted once. Beans, classes, threads and what weak
 * references hold are left out.
 *
 * @param tasks leaked tasks of the site
 * @param measured those of them whose objects were all read
 * @param objects how many objects were read
 * @param bytes their size together, by the layout of a heap with compressed references
 * @param types the types with most bytes first
 * @param closed types whose fields could not be read, each once
 * @param isComplete whether no limit ended the walk
 * @param maxObjects how many objects are read at most
 * @param maxTime how long the walk takes at most
 * @since 0.1.0
 */
public record KeptBytes(long tasks, long measured, long objects, long bytes, List<OfType> types, List<String> closed,
		boolean isComplete, long maxObjects, Duration maxTime) {

	public KeptBytes {
		types = List.copyOf(types);
		closed = List.copyOf(closed);
	}

	/**
	 * The objects of one type.
	 *
	 * @param type the name of the type, for example {@code byte[]}
	 * @param objects how many there are
	 * @param bytes their size, without what they refer to
	 */
	public record OfType(String type, long objects, long bytes) {
	}

}
