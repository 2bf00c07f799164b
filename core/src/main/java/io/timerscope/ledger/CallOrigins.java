package io.timerscope.ledger;

import io.timerscope.Admission;
import io.timerscope.BeanCreation;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.OwnerResolver;
import io.timerscope.OwnerResolver.DeclaredTask;
import io.timerscope.OwnerSource;
import io.timerscope.Site;
import io.timerscope.ledger.ClassOrigins.TaskClass;
import io.timerscope.origin.Origin;
import io.timerscope.origin.SiteFinder;
import io.timerscope.record.CallOrigin;
import io.timerscope.record.SchedulerRecord;
import io.timerscope.record.Succession;
import io.timerscope.record.TaskOwner;
import org.jspecify.annotations.Nullable;

/**
 * Finds out on the scheduling thread where a task comes from, whose it is, and whether it
 * may pass.
 */
final class CallOrigins {

	private final OwnerResolver resolver;

	private final SiteFinder sites;

	private final ClassOrigins classes;

	private final Admission admission;

	private final Owner application;

	CallOrigins(TaskLedgerBuilder settings, SiteFinder sites, Owner application) {
		this.resolver = settings.resolver;
		this.sites = sites;
		this.classes = new ClassOrigins(settings.resolver, sites);
		this.admission = settings.admission;
		this.application = application;
	}

	/**
	 * Looks at one call. The owner is the first of these that there is: the one that the
	 * task declares; the bean that is being created; the request, session, scope or run
	 * that the thread works for; the bean that the class of the task tells; the bean on
	 * the stack; the application.
	 * @param source what the thread works for, or {@code null}
	 */
	CallOrigin of(SchedulerRecord scheduler, Object task, boolean periodic, @Nullable OwnerSource source) {
		TaskClass type = this.classes.of(task.getClass());
		CallOrigin declared = type.mayDeclare() ? declared(scheduler, task) : null;
		if (declared != null) {
			return declared;
		}
		Owner worksFor = (source == null || type.library()) ? null : source.owner();
		if (worksFor == null && source instanceof BeanCreation creation) {
			return duringCreation(scheduler, task, type, creation);
		}
		ClassOrigin classOrigin = type.classOrigin(worksFor == null);
		Origin origin = (periodic || !this.sites.infers()) ? null : classOrigin.nextExpected();
		CallOrigin callOrigin = (origin != null) ? inferred(scheduler, task, worksFor, source, classOrigin, origin)
				: walk(scheduler, task, worksFor, source, classOrigin,
						!type.library() && (periodic || classOrigin.wantsBean()));
		return (source instanceof Succession succession) ? succession.inherited(callOrigin, scheduler) : callOrigin;
	}

	private @Nullable CallOrigin declared(SchedulerRecord scheduler, Object task) {
		DeclaredTask declared = this.resolver.declared(task);
		if (declared == null) {
			return null;
		}
		Site site = this.sites.declared(declared.site());
		return new CallOrigin(scheduler.counts().of(site, declared.owner().kind()), (TaskOwner) declared.owner(),
				this.admission.refusal(site, true), false);
	}

	/** A refusal is always decided on a walk. */
	private CallOrigin inferred(SchedulerRecord scheduler, Object task, @Nullable Owner worksFor,
			@Nullable OwnerSource source, ClassOrigin classOrigin, Origin origin) {
		if (this.admission.mayRefuse(origin.site())) {
			return walk(scheduler, task, worksFor, source, classOrigin, classOrigin.wantsBean());
		}
		Owner owner = (worksFor != null) ? owner(worksFor, source, origin.site(), task)
				: bean(task, origin, classOrigin);
		return classOrigin.callOrigin(scheduler, origin.site(), (TaskOwner) owner, this.sites.finds());
	}

	/** Keep this shallow: each frame of ours is walked too. */
	private CallOrigin walk(SchedulerRecord scheduler, Object task, @Nullable Owner worksFor,
			@Nullable OwnerSource source, ClassOrigin classOrigin, boolean mayWantBean) {
		Owner taskBean = (worksFor == null) ? this.resolver.ofTask(task) : null;
		Origin origin = this.sites.walk(worksFor == null && taskBean == null && mayWantBean, classOrigin.site());
		if (origin.bean() != null && origin.site().bean() != origin.bean()) {
			// a caller further up is the bean, and may be another one next time
			classOrigin.walkAlways();
		}
		boolean tellingApart = worksFor == null && this.resolver.tellsApart(task.getClass());
		Owner bean = (taskBean != null) ? taskBean : origin.bean();
		if (this.sites.infers()) {
			classOrigin.learnFrom(new Origin(origin.site(), (tellingApart && taskBean != null) ? null : bean),
					tellingApart);
		}
		Owner owner = (worksFor != null) ? owner(worksFor, source, origin.site(), task) : orApplication(bean);
		String refusal = this.admission.refusal(origin.site(), false);
		return new CallOrigin(classOrigin.counts(scheduler, origin.site(), owner.kind()), (TaskOwner) owner, refusal,
				false);
	}

	/** Rare, so always on a walk, from which nothing is learned. */
	private CallOrigin duringCreation(SchedulerRecord scheduler, Object task, TaskClass type, BeanCreation creation) {
		Owner taskBean = this.resolver.ofTask(task);
		Owner made = creation.ownerOf(taskBean);
		Origin origin = this.sites.walk(made == null && taskBean == null && !type.library(), null);
		Owner bean = (made != null) ? made : (taskBean != null) ? taskBean : origin.bean();
		Owner owner = orApplication(bean);
		String refusal = this.admission.refusal(origin.site(), false);
		return new CallOrigin(scheduler.counts().of(origin.site(), owner.kind()), (TaskOwner) owner, refusal, false);
	}

	/**
	 * What the thread works for, unless it is a request or session on whose thread a
	 * library did all by itself. A run and a scope own whatever is scheduled in them.
	 */
	private Owner owner(Owner worksFor, @Nullable OwnerSource source, Site site, Object task) {
		boolean inRun = source == worksFor; // the source of a run is the owner itself
		boolean librarysOwn = site.isLibrary() && !inRun && worksFor.kind() != OwnerKind.SCOPE;
		return librarysOwn ? orApplication(this.resolver.ofTask(task)) : worksFor;
	}

	private Owner bean(Object task, Origin origin, ClassOrigin classOrigin) {
		Owner bean = classOrigin.isTellingApart() ? this.resolver.ofTask(task) : null;
		if (bean == null) {
			bean = origin.bean();
		}
		return orApplication(bean);
	}

	private Owner orApplication(@Nullable Owner owner) {
		return (owner != null) ? owner : this.application;
	}

}
