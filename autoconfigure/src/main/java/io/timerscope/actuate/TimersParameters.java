package io.timerscope.actuate;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

import io.timerscope.OwnerKind;
import io.timerscope.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * The parameters as text, to be read into a query. Each one is optional.
 *
 * @param state which tasks
 * @param scheduler a scheduler's name
 * @param owner a kind of owner, or {@code kind:name}
 * @param site how the site starts
 * @param limit tasks per page
 * @param after the {@code next} of the page before
 */
record TimersParameters(@Nullable String state, @Nullable String scheduler, @Nullable String owner,
		@Nullable String site, @Nullable String limit, @Nullable String after) {

	private static final int MAX_LIMIT = 1000;

	/** The query, or a {@link BadParameterException}. */
	TaskQuery query() {
		int colon = (this.owner == null) ? -1 : this.owner.indexOf(':');
		String ownerName = (this.owner == null || colon < 0) ? null : this.owner.substring(colon + 1);
		return new TaskQuery(states(), this.scheduler, ownerKind(colon), ownerName, this.site, pageSize(), behind());
	}

	/** The query for what is to be cancelled, which is never everything. */
	TaskQuery queryToCancel() {
		if (isMissing(this.site) && isMissing(this.owner) && isMissing(this.scheduler)) {
			throw BadParameterException.nothingToCancelBy();
		}
		refuseBlank("site", this.site);
		refuseBlank("owner", this.owner);
		refuseBlank("scheduler", this.scheduler);
		return query();
	}

	/** A script whose variable is empty means something narrower than everything. */
	private static void refuseBlank(String name, @Nullable String value) {
		if (value != null && value.isBlank()) {
			throw new BadParameterException(name, "what to cancel by, or is left out", value);
		}
	}

	private static boolean isMissing(@Nullable String parameter) {
		return parameter == null || parameter.isBlank();
	}

	/** The parameters that narrow the answer, as they were given. */
	@Override
	public String toString() {
		StringJoiner text = new StringJoiner(", ");
		add(text, "state", this.state);
		add(text, "scheduler", this.scheduler);
		add(text, "owner", this.owner);
		add(text, "site", this.site);
		return text.toString();
	}

	private static void add(StringJoiner text, String name, @Nullable String value) {
		if (value != null) {
			text.add(name + "=" + value);
		}
	}

	private TaskQuery.States states() {
		if (this.state == null) {
			return TaskQuery.DEFAULT.states();
		}
		for (TaskQuery.States states : TaskQuery.States.values()) {
			if (label(states).equals(this.state)) {
				return states;
			}
		}
		throw new BadParameterException("state", "one of " + labels(TaskQuery.States.values()), this.state);
	}

	private @Nullable OwnerKind ownerKind(int colon) {
		if (this.owner == null) {
			return null;
		}
		String kind = (colon < 0) ? this.owner : this.owner.substring(0, colon);
		for (OwnerKind known : OwnerKind.values()) {
			if (known.label().equals(kind)) {
				return known;
			}
		}
		throw new BadParameterException("owner", "a kind or kind:name, where kind is one of "
				+ labels(OwnerKind.values()) + " and the name is the owner's", this.owner);
	}

	private int pageSize() {
		if (this.limit == null) {
			return TaskQuery.DEFAULT.limit();
		}
		long limit = number(this.limit);
		if (limit < 1 || limit > MAX_LIMIT) {
			throw new BadParameterException("limit", "a whole number from 1 to " + MAX_LIMIT, this.limit);
		}
		return (int) limit;
	}

	private long behind() {
		if (this.after == null) {
			return TaskQuery.DEFAULT.after();
		}
		long after = number(this.after);
		if (after < 0) {
			throw new BadParameterException("after", "the 'next' of the page before", this.after);
		}
		return after;
	}

	/** The number, or something negative where there is none. */
	static long number(String text) {
		if (text.isEmpty() || !text.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return -1;
		}
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private static String labels(Enum<?>[] values) {
		return Arrays.stream(values).map(TimersParameters::label).collect(Collectors.joining(", "));
	}

	private static String label(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
