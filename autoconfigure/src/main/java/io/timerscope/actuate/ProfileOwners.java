package io.timerscope.actuate;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.timerscope.LeakReason;
import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.snapshot.LiveGroup;
import org.jspecify.annotations.Nullable;

/**
 * How much a profile says of owners. Stores of profiles make a series of each value of a
 * label, so that their number is bounded by the code as long as only kinds are named.
 */
enum ProfileOwners {

	/** Kinds only. */
	KINDS,

	/** Kinds and names. */
	NAMES;

	/** Reads the parameter {@code owners}, or throws a {@link BadParameterException}. */
	static ProfileOwners of(@Nullable String owners) {
		if (owners == null || owners.equals("kinds")) {
			return KINDS;
		}
		if (owners.equals("names")) {
			return NAMES;
		}
		throw new BadParameterException("owners", "kinds or names", owners);
	}

	/** Groups that differ in no label of the profile are one. */
	List<LiveGroup> fold(List<LiveGroup> groups) {
		if (this == NAMES) {
			return groups;
		}
		Map<Key, LiveGroup> folded = new LinkedHashMap<>();
		for (LiveGroup group : groups) {
			folded.merge(new Key(group.site(), group.scheduler(), group.ownerKind(), group.leak()), withoutName(group),
					ProfileOwners::plus);
		}
		return List.copyOf(folded.values());
	}

	private static LiveGroup withoutName(LiveGroup it) {
		return new LiveGroup(it.site(), it.scheduler(), it.ownerKind(), null, it.outlived(), it.leak(), it.count(),
				it.totalAge(), it.oldest());
	}

	private static LiveGroup plus(LiveGroup a, LiveGroup b) {
		Duration oldest = (a.oldest().compareTo(b.oldest()) < 0) ? b.oldest() : a.oldest();
		return new LiveGroup(a.site(), a.scheduler(), a.ownerKind(), null, a.outlived() || b.outlived(), a.leak(),
				a.count() + b.count(), a.totalAge().plus(b.totalAge()), oldest);
	}

	private record Key(Site site, String scheduler, OwnerKind ownerKind, @Nullable LeakReason leak) {
	}

}
