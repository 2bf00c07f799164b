package io.timerscope;

/**
 * What a task should not outlive. An owner holds words only, never the request, session
 * or bean that it stands for, so that a leaked task does not keep them in memory.
 * <p>
 * Opened and ended through the ledger; read by any thread.
 *
 * @since 0.1.0
 */
public abstract class Owner implements OwnerSource {

	/** Clients choose the names of some. */
	private static final int NAME_LIMIT = 500;

	private final OwnerKind kind;

	private final long number;

	private volatile String name;

	private volatile boolean oneOfMany;

	/**
	 * For the ledger, which makes all owners.
	 * @param kind what it is
	 * @param number tells two owners of one name apart
	 * @param name what people call it
	 */
	protected Owner(OwnerKind kind, long number, String name) {
		this.kind = kind;
		this.number = number;
		this.name = PlainText.of(name, NAME_LIMIT);
	}

	/**
	 * What the owner is.
	 * @return the kind
	 */
	public final OwnerKind kind() {
		return this.kind;
	}

	/**
	 * Tells two owners of one name apart.
	 * @return an id that is unique within the ledger
	 */
	public final String id() {
		return (this.number == 0) ? this.kind.label()
				: this.kind.label().charAt(0) + "-" + Long.toString(this.number, 36);
	}

	/**
	 * What people call it: {@code POST /orders}, a bean name, a scope's name.
	 * @return the name, as far as it is known by now
	 */
	public final String name() {
		return this.name;
	}

	/**
	 * Gives a better name, for example once the route of a request is known.
	 * @param name the name from now on
	 */
	public final void rename(String name) {
		this.name = PlainText.of(name, NAME_LIMIT);
	}

	/** Says that the owner stands for one of several, or for any of them. */
	public final void oneOfMany() {
		this.oneOfMany = true;
	}

	/**
	 * Whether the owner is one of several of its name, as a prototype bean is.
	 * @return {@code false} for a singleton
	 */
	public final boolean isOneOfMany() {
		return this.oneOfMany;
	}

	/**
	 * Whether the owner is over.
	 * @return {@code true} from its end until it is opened again
	 */
	public abstract boolean isEnded();

	/**
	 * The owner itself.
	 * @return this
	 */
	@Override
	public final Owner owner() {
		return this;
	}

	/**
	 * Lets something end together with the owner.
	 * @param companion called once, without any lock, by the thread that ends the owner
	 * @return {@code false} if the owner is over, in which case nothing will be called
	 */
	public abstract boolean attach(Runnable companion);

	/**
	 * Takes {@link #attach} back.
	 * @param companion what was attached; anything else is ignored
	 */
	public abstract void detach(Runnable companion);

	@Override
	public final String toString() {
		return this.kind.label() + " " + this.name;
	}

}
