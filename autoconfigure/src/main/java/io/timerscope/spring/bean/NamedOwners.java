package io.timerscope.spring.bean;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.timerscope.Owner;
import io.timerscope.ledger.TaskLedger;

/**
 * The owners of bean names: one for each name, and one for several names where the
 * evidence tells no single one.
 */
final class NamedOwners {

	/** How many names are over before anybody asks which will not be made again. */
	private static final int MANY = 1024;

	private final Supplier<TaskLedger> ledger;

	private final Map<Set<String>, BeanOwner> owners = new ConcurrentHashMap<>();

	/** Names of beans of which there can be several. */
	private final Set<String> many = ConcurrentHashMap.newKeySet();

	/** Names of beans that were destroyed and not made again. */
	private final Set<String> over = ConcurrentHashMap.newKeySet();

	private volatile int room = MANY;

	NamedOwners(Supplier<TaskLedger> ledger) {
		this.ledger = ledger;
	}

	Owner of(Set<String> names) {
		return marked(this.owners.computeIfAbsent(names, this::open).owner(), names);
	}

	/** The owner that is this one bean's, whoever has its name. */
	Owner of(LivingBeans.Living bean) {
		Set<String> names = Set.of(bean.name());
		return bean.isAlone() ? of(names) : marked(bean.owner(() -> open(names)), names);
	}

	private Owner marked(Owner owner, Set<String> names) {
		if (!this.many.isEmpty() && names.stream().anyMatch(this.many::contains)) {
			owner.oneOfMany();
		}
		return owner;
	}

	private BeanOwner open(Set<String> names) {
		BeanOwner owner = new BeanOwner(this.ledger.get(), names);
		if (this.over.containsAll(names)) {
			owner.end();
		}
		return owner;
	}

	boolean isEmpty() {
		return this.owners.isEmpty();
	}

	boolean has(Set<String> names) {
		return this.owners.containsKey(names);
	}

	/** Whether an owner that stands for several beans stands for this one too. */
	boolean mayBe(Owner owner, String name) {
		return this.owners.values().stream().anyMatch((it) -> it.isOneOf(name) && it.owner() == owner);
	}

	/** Several beans have the name. */
	void addMany(String name) {
		this.many.add(name);
	}

	void livesAgain(String name) {
		if (!this.over.isEmpty() && this.over.remove(name)) {
			this.owners.values().removeIf((owner) -> owner.isOneOf(name) && owner.isEnded());
		}
	}

	/** The last bean of the name is gone. */
	void ends(String name, boolean withApplication) {
		this.over.add(name);
		this.owners.forEach((names, owner) -> {
			if (owner.isOneOf(name) && this.over.containsAll(names)) {
				owner.end(withApplication);
			}
		});
	}

	/** Whether so many names are over that it is time to ask which will not come back. */
	boolean isFull() {
		return this.over.size() > this.room;
	}

	/** Lets go of names that are over, and of their owners. */
	void forgetGone(Predicate<String> mayBe) {
		Predicate<String> gone = (name) -> this.over.contains(name) && !mayBe.test(name);
		this.owners.keySet().removeIf((names) -> names.stream().allMatch(gone));
		this.many.removeIf(gone);
		this.over.removeIf(gone);
		this.room = Math.max(MANY, 2 * this.over.size());
	}

	/** How much is remembered. */
	int size() {
		return this.owners.size() + this.over.size();
	}

}
