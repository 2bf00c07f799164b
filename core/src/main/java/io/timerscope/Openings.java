package io.timerscope;

import io.timerscope.OwnerResolver.DeclaredTask;
import io.timerscope.TaskClasses.TaskClass;
import org.jspecify.annotations.Nullable;

/**
 * Finds out on the scheduling thread where a task comes from, whose it is, and whether it
 * may pass.
 */
final class Openings {

	private final OwnerResolver resolver;

	private final SiteFinder sites;

	private final TaskClasses classes;

	private final Admission admission;

	private final Owner application;

	Openings(TaskLedgerBuilder settings, SiteFinder sites, Owner application) {
		this.resolver = settings.resolver;
		this.sites = sites;
		this.classes = new TaskClasses(settings.resolver);
		this.admission = settings.admission;
		this.application = application;
	}

	/**
	 * Looks at one call.
	 * @param source the request, session or scope that the thread works for
	 */
	Opening of(TaskTracker tracker, Object task, boolean periodic, @Nullable OwnerSource source) {
		TaskClass type = this.classes.of(task.getClass());
		Opening declared = type.mayDeclare() ? declared(tracker, task) : null;
		if (declared != null) {
			return declared;
		}
		Owner worksFor = (source == null) ? null : source.owner();
		Habit habit = type.habit(worksFor == null);
		Origin origin = (periodic || !this.sites.infers()) ? null : habit.expected();
		Opening opening = (origin != null) ? inferred(tracker, task, worksFor, habit, origin)
				: walked(tracker, task, worksFor, habit, periodic);
		return (source instanceof Succession succession) ? succession.inherited(opening, tracker) : opening;
	}

	private @Nullable Opening declared(TaskTracker tracker, Object task) {
		DeclaredTask declared = this.resolver.declared(task);
		if (declared == null) {
			return null;
		}
		Site site = this.sites.declared(declared.site());
		return new Opening(tracker.lines().of(site, declared.owner().kind()), declared.owner(),
				this.admission.refusal(site, true), false);
	}

	/** A refusal is always decided on a walk. */
	private Opening inferred(TaskTracker tracker, Object task, @Nullable Owner worksFor, Habit habit, Origin origin) {
		if (this.admission.mayRefuse(origin.site())) {
			return walked(tracker, task, worksFor, habit, false);
		}
		Owner owner = (worksFor != null) ? worksFor : bean(task, origin, habit);
		return habit.opening(tracker, origin.site(), owner, this.sites.finds());
	}

	/** Few frames, since each that lies above the application's is walked too. */
	private Opening walked(TaskTracker tracker, Object task, @Nullable Owner worksFor, Habit habit, boolean periodic) {
		Owner taskBean = (worksFor == null) ? this.resolver.ofTask(task) : null;
		boolean beanWanted = worksFor == null && taskBean == null && (periodic || habit.wantsBean());
		Origin origin = this.sites.walk(beanWanted, habit.site());
		if (origin.bean() != null && origin.site().bean() != origin.bean()) {
			habit.walkAlways(); // the line does not say for which of its callers it works
		}
		boolean tellingApart = worksFor == null && this.resolver.tellsApart(task.getClass());
		Owner bean = (taskBean != null) ? taskBean : origin.bean();
		if (this.sites.infers()) {
			habit.walked(new Origin(origin.site(), (tellingApart && taskBean != null) ? null : bean), tellingApart);
		}
		Owner owner = (worksFor != null) ? worksFor : (bean != null) ? bean : this.application;
		String refusal = this.admission.refusal(origin.site(), false);
		return new Opening(habit.line(tracker, origin.site(), owner.kind()), owner, refusal, false);
	}

	private Owner bean(Object task, Origin origin, Habit habit) {
		Owner bean = habit.isTellingApart() ? this.resolver.ofTask(task) : null;
		if (bean == null) {
			bean = origin.bean();
		}
		return (bean != null) ? bean : this.application;
	}

}
