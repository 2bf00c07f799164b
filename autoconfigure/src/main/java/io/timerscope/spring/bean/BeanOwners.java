package io.timerscope.spring.bean;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.timerscope.Owner;
import io.timerscope.OwnerResolver;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.schedule.SpringTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Beans as owners of tasks. The evidence, best first: the target of an {@code @Scheduled}
 * method, the class of the task, the classes on the stack. Written by the threads that
 * make and destroy beans, read by every thread that schedules.
 *
 * @since 0.1.0
 */
public final class BeanOwners implements OwnerResolver {

	private final Supplier<TaskLedger> ledger;

	private final BeanIndex index = new BeanIndex();

	private final LivingBeans living = new LivingBeans();

	private final DeclaredMethods declaredMethods = new DeclaredMethods();

	private final Map<Set<String>, BeanOwner> owners = new ConcurrentHashMap<>();

	/** Names of beans of which there can be several. */
	private final Set<String> many = ConcurrentHashMap.newKeySet();

	/** Names of beans that were destroyed and not made again. */
	private final Set<String> over = ConcurrentHashMap.newKeySet();

	/**
	 * Starts without any bean.
	 * @param ledger the ledger, which may be made after this and with it
	 */
	public BeanOwners(Supplier<TaskLedger> ledger) {
		this.ledger = SingletonSupplier.of(ledger);
	}

	@Override
	public boolean mayDeclare(Class<?> taskClass) {
		return SpringTasks.isSpring(taskClass);
	}

	@Override
	public @Nullable DeclaredTask declared(Object task) {
		DeclaredMethod method = this.declaredMethods.of(task);
		if (method == null) {
			return null;
		}
		Owner owner = (method.target() != null) ? ofBean(method.target())
				: ofNames(this.index.namesOf(method.className()));
		return new DeclaredTask((owner != null) ? owner : this.ledger.get().application(), method.site());
	}

	@Override
	public @Nullable Owner ofTask(Object task) {
		return ofBean(SpringTasks.unwrap(task));
	}

	@Override
	public boolean tellsApart(Class<?> taskClass) {
		return SpringTasks.isSpring(taskClass) || SpringProxy.class.isAssignableFrom(taskClass)
				|| this.index.isBean(taskClass);
	}

	@Override
	public @Nullable Owner ofFrame(Class<?> declaringClass) {
		return ofNames(this.index.namesAround(declaringClass));
	}

	/**
	 * The owner behind a bean: one instance where it is known, else whatever its class
	 * tells.
	 * @param bean the bean itself, or an object of a class nested in it
	 * @return the owner, or {@code null} if it is no bean
	 */
	public @Nullable Owner ofBean(Object bean) {
		Object target = AopProxyUtils.getSingletonTarget(bean);
		LivingBeans.Living known = this.living.find((target != null) ? target : bean);
		if (known == null) {
			return ofFrame(bean.getClass());
		}
		Set<String> names = Set.of(known.name());
		return known.isShared() ? ofNames(names) : marked(known.owner(() -> open(names)), names);
	}

	/**
	 * Whether an object is a bean that the whole application shares.
	 * @param object any object
	 * @return {@code false} for a prototype, which one part of the application may have
	 * for itself
	 */
	public boolean isShared(Object object) {
		LivingBeans.Living known = this.living.find(object);
		return (known != null) ? known.isShared() : this.index.isBean(object.getClass());
	}

	private @Nullable Owner ofNames(Set<String> names) {
		return names.isEmpty() ? null : marked(this.owners.computeIfAbsent(names, this::open).owner(), names);
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

	/** The bean of a name, made or about to be. */
	Owner named(String beanName) {
		Set<String> names = Set.of(BeanIndex.displayName(beanName));
		return marked(this.owners.computeIfAbsent(names, this::open).owner(), names);
	}

	/** Whether an owner that stands for several beans stands for this one too. */
	boolean mayBe(Owner owner, String beanName) {
		String name = BeanIndex.displayName(beanName);
		return this.owners.values().stream().anyMatch((it) -> it.isOneOf(name) && it.owner() == owner);
	}

	/** The bean whose method makes another bean, or whose class has a static one. */
	@Nullable Owner ofMaker(@Nullable String beanName, @Nullable String className) {
		return (beanName != null) ? named(beanName)
				: (className != null) ? ofNames(this.index.namesOf(className)) : null;
	}

	/** The bean of a name will be made, once more if it was destroyed before. */
	void creating(String beanName) {
		if (!this.over.isEmpty()) {
			livesAgain(BeanIndex.displayName(beanName));
		}
	}

	/** A bean of this class will be made. */
	void expected(Class<?> type, String beanName) {
		this.index.add(type, beanName);
	}

	/** A bean was made. */
	void made(Object bean, String beanName, boolean shared) {
		String name = BeanIndex.displayName(beanName);
		this.index.add(bean.getClass(), beanName);
		this.living.add(bean, name, shared);
		if (!shared) {
			this.many.add(name);
		}
		livesAgain(name);
	}

	private void livesAgain(String name) {
		if (this.over.remove(name)) {
			this.owners.values().removeIf((owner) -> owner.isOneOf(name) && owner.isEnded());
		}
	}

	/** Whether tasks of this bean have been seen. */
	boolean hasScheduled(Object bean) {
		return this.owners.containsKey(this.index.namesAround(bean.getClass()));
	}

	/** A bean is about to be destroyed, while the application lives or with it. */
	void destroyed(Object bean, String beanName, boolean shared, boolean withApplication) {
		String name = BeanIndex.displayName(beanName);
		LivingBeans.Living known = this.living.remove(bean);
		BeanOwner own = (known != null) ? known.owner() : null;
		if (own != null) {
			end(own, withApplication);
		}
		if (shared || (known != null && !this.living.hasMoreOf(name))) {
			this.over.add(name);
			this.owners.forEach((names, owner) -> {
				if (owner.isOneOf(name) && this.over.containsAll(names)) {
					end(owner, withApplication);
				}
			});
		}
	}

	private static void end(BeanOwner owner, boolean withApplication) {
		if (withApplication) {
			owner.dismiss();
		}
		else {
			owner.end();
		}
	}

}
