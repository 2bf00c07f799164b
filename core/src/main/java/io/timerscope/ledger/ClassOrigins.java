package io.timerscope.ledger;

import io.timerscope.OwnerResolver;
import io.timerscope.origin.ClassMap;
import io.timerscope.origin.SiteFinder;

/**
 * What is known of the classes of tasks. Kept here and not with the classes, of which
 * some outlive the ledger and some go before it: a {@link ClassValue} lets go of what it
 * computed only by and by.
 */
final class ClassOrigins {

	/** Scripts and generated classes can be any number. */
	private static final int LIMIT = 10_000;

	/** What is known of all that came after the limit: that they have to be walked. */
	private final TaskClass others = new TaskClass(true, false, ClassOrigin.walking(), ClassOrigin.walking());

	private final OwnerResolver resolver;

	private final SiteFinder sites;

	private final ClassMap<TaskClass> known = new ClassMap<>(LIMIT);

	ClassOrigins(OwnerResolver resolver, SiteFinder sites) {
		this.resolver = resolver;
		this.sites = sites;
	}

	TaskClass of(Class<?> type) {
		TaskClass known = this.known.get(type);
		return (known != null) ? known : add(type);
	}

	private TaskClass add(Class<?> type) {
		if (this.known.isFull()) {
			return this.others;
		}
		boolean fromAnywhere = this.sites.isOperator(type);
		return this.known.put(type, new TaskClass(this.resolver.mayDeclare(type), this.sites.isLibrary(type),
				newClassOrigin(type, fromAnywhere), newClassOrigin(type, fromAnywhere)));
	}

	private static ClassOrigin newClassOrigin(Class<?> type, boolean fromAnywhere) {
		return fromAnywhere ? ClassOrigin.walking() : new ClassOrigin(type);
	}

	/**
	 * What is known of one class.
	 *
	 * @param mayDeclare whether a task of it may say itself where it comes from
	 * @param library whether a task of it is a library's own business, whoever calls
	 * @param alone its origin where no request, session or scope is at work, so that the
	 * bean behind the call matters too
	 * @param onBehalf its origin where one is
	 */
	record TaskClass(boolean mayDeclare, boolean library, ClassOrigin alone, ClassOrigin onBehalf) {

		ClassOrigin classOrigin(boolean alone) {
			return alone ? this.alone : this.onBehalf;
		}

	}

}
