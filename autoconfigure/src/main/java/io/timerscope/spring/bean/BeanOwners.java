package io.timerscope.spring.bean;

import java.util.Set;
import java.util.function.Supplier;

import io.timerscope.Owner;
import io.timerscope.OwnerResolver;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.spring.BeanNames;
import io.timerscope.spring.schedule.SpringTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
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

	private final BeanFactories factories = new BeanFactories();

	private final LivingBeans living = new LivingBeans();

	private final BeanIndex index = new BeanIndex(this::mayExist);

	private final DeclaredMethods declaredMethods = new DeclaredMethods();

	private final NamedOwners named;

	/**
	 * Starts without any bean.
	 * @param ledger the ledger, which may be made after this and with it
	 */
	public BeanOwners(Supplier<TaskLedger> ledger) {
		this.ledger = SingletonSupplier.of(ledger);
		this.named = new NamedOwners(this.ledger);
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
		return (known != null) ? this.named.of(known) : ofFrame(bean.getClass());
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
		return names.isEmpty() ? null : this.named.of(names);
	}

	/** The bean of a name, made or about to be. */
	Owner named(String beanName) {
		return this.named.of(Set.of(BeanNames.shown(beanName)));
	}

	/** Whether an owner that stands for several beans stands for this one too. */
	boolean mayBe(Owner owner, String beanName) {
		return this.named.mayBe(owner, BeanNames.shown(beanName));
	}

	/** The bean whose method makes another bean, or whose class has a static one. */
	@Nullable Owner ofMaker(@Nullable String beanName, @Nullable String className) {
		return (beanName != null) ? named(beanName)
				: (className != null) ? ofNames(this.index.namesOf(className)) : null;
	}

	/** The bean of a name will be made, once more if it was destroyed before. */
	void creating(String beanName) {
		this.named.livesAgain(BeanNames.shown(beanName));
	}

	/** A bean of this class will be made. */
	void expected(Class<?> type, String beanName) {
		this.index.add(type, beanName);
	}

	/** The beans of a further context are owners here. */
	void follow(ConfigurableListableBeanFactory factory) {
		this.factories.add(factory);
	}

	/** A bean was made. */
	void made(Object bean, String beanName, BeansOfContext beans) {
		String name = BeanNames.shown(beanName);
		boolean shared = beans.isShared(bean, beanName);
		boolean alone = shared && !this.factories.haveSingletonBeside(beans.factory(), name);
		this.living.add(bean, new LivingBeans.Living(name, shared, alone));
		this.index.add(bean.getClass(), beanName);
		if (!shared) {
			this.named.addMany(name);
		}
		this.named.livesAgain(name);
	}

	/** Whether a bean was made that may own tasks. */
	boolean isKnown(Object bean) {
		return this.living.find(bean) != null;
	}

	/** Whether tasks of this bean have been seen, or of its class. */
	boolean hasScheduled(Object bean, String beanName) {
		return !this.named.isEmpty() && (this.named.has(Set.of(BeanNames.shown(beanName)))
				|| this.named.has(this.index.namesAround(bean.getClass())));
	}

	/**
	 * A bean is about to be destroyed, while the application lives or with it. Who
	 * destroys it by hand calls it by its class.
	 */
	void destroyed(Object bean, String beanName, BeansOfContext beans) {
		LivingBeans.Living known = this.living.remove(bean);
		String name = (known != null) ? known.name() : BeanNames.shown(beanName);
		BeanOwner own = (known != null) ? known.owner() : null;
		if (own != null) {
			own.end(beans.isClosed());
		}
		boolean last = (known == null) ? beans.isShared(beanName) : known.isShared() || !this.living.hasMoreOf(name);
		if (last && !this.factories.haveSingletonBeside(beans.factory(), name)) {
			this.named.ends(name, beans.isClosed());
			if (this.named.isFull()) {
				this.named.forgetGone(this::mayExist);
				this.index.forgetGone();
			}
		}
	}

	/** Whether there may be a bean of the name. */
	private boolean mayExist(String name) {
		return this.factories.mayHave(name) || this.living.hasMoreOf(name);
	}

	/** How much is remembered of names. */
	int known() {
		return this.named.size();
	}

}
