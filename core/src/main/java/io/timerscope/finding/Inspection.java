package io.timerscope.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.timerscope.Site;
import io.timerscope.TickListener;
import io.timerscope.guard.Guard;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.outside.OutsideTimers;
import io.timerscope.outside.ThreadCensus;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the ledger once per tick and keeps the book of findings. A check that fails is
 * counted as a tracking error; its findings stay as they were and the others go on.
 * Called by the clock.
 *
 * @since 0.1.0
 */
public final class Inspection implements TickListener {

	private final TaskLedger ledger;

	private final FindingBook book;

	private final FindingLimits limits;

	private final @Nullable Guard guard;

	private final OutsideTimers outside;

	/** Made at the first look; used by the clock only. */
	private volatile @Nullable List<Check> checks;

	private final DeadCheck dead = new DeadCheck();

	private final QueuePurge purge;

	private volatile boolean started;

	private volatile boolean closed;

	/**
	 * Prepares an inspection.
	 * @param ledger what is looked at
	 * @param book where findings are kept
	 * @param limits what the user decided
	 * @param guard whose breaches are findings, or {@code null} if there is none
	 * @param outside the timers of this JVM that are not tracked
	 */
	public Inspection(TaskLedger ledger, FindingBook book, FindingLimits limits, @Nullable Guard guard,
			OutsideTimers outside) {
		this.ledger = ledger;
		this.book = book;
		this.limits = limits;
		this.guard = guard;
		this.outside = outside;
		this.purge = new QueuePurge(limits);
		if (!book.isDisabled(this.dead.kind())) {
			ledger.addListener(this.dead);
		}
	}

	/** In the order in which they look. */
	private List<Check> checks() {
		List<Check> checks = this.checks;
		if (checks == null) {
			checks = new ArrayList<>();
			checks.add(new RetainedCheck(this.limits));
			if (this.guard != null) {
				checks.add(new OverloadCheck(this.guard));
			}
			checks.add(new GrowingCheck(this.limits));
			checks.add(this.dead);
			checks.add(new StuckCheck());
			checks.add(new LateCheck(this.limits));
			checks.add(new FailingCheck(this.limits));
			checks.add(new OverrunningCheck(this.limits));
			checks.add(new DuplicateCheck());
			// asks what the others found
			checks.add(new OverdueCheck(this.limits, this.book));
			checks.add(new UnmanagedCheck(this.outside, this.limits));
			checks.removeIf((check) -> this.book.isDisabled(check.kind()));
			this.checks = checks;
		}
		return checks;
	}

	/**
	 * The threads of this JVM now.
	 * @return their ids
	 */
	public static Set<Long> threads() {
		return ThreadCensus.all().stream().map(Thread::getId).collect(Collectors.toSet());
	}

	/**
	 * Says that the application has started: from now on growth, late starts and unknown
	 * threads are held against it.
	 */
	public void started() {
		this.started = true;
	}

	/** Says that the application ends: nothing is judged any more. */
	public void closed() {
		this.closed = true;
	}

	/**
	 * Takes a finding off the list that would stay there for ever: that a task has died.
	 * @param id the finding's id
	 * @return what was found, or {@code null} if there is no such finding of the kind
	 * {@link FindingKind#DEAD}
	 */
	public @Nullable Finding acknowledge(String id) {
		for (Finding finding : this.book.known()) {
			if (finding.id().equals(id) && finding.kind() == FindingKind.DEAD) {
				this.book.update(Set.of(this.dead.kind()),
						() -> visible(this.dead.acknowledge(finding.subject(), finding.scheduler())));
				return finding;
			}
		}
		return null;
	}

	@Override
	public void tick() {
		if (!this.closed) {
			this.ledger.guarded("look for leaks", this.book::refresh);
			this.ledger.guarded("cancel leaks", this.ledger::cancelLeaks);
			this.ledger.guarded("purge queues", () -> this.purge.purge(this.ledger));
			if (this.started) {
				this.ledger.guarded("look for timers that are not tracked", this.outside::look);
			}
			this.ledger.guarded("look for trouble", this::look);
		}
	}

	private void look() {
		Scene scene = new Scene(this.ledger, this.ledger.now(), this.ledger.read().work(this.limits::stuckAfter),
				this.ledger.read().siteCounts(), this.started);
		for (Check check : checks()) {
			this.ledger.guarded("look for " + check.kind().label(), () -> look(check, scene));
		}
	}

	/** What the user does not want to hear of is left out. */
	private List<Observation> visible(List<Observation> observations) {
		return observations.stream().filter((it) -> it.site() == null || !isSilent(it.site())).toList();
	}

	private boolean isSilent(Site site) {
		return site.livesWithApplication() || this.limits.ignores(site);
	}

	private void look(Check check, Scene scene) {
		this.book.update(Set.of(check.kind()), () -> visible(check.look(scene)));
	}

}
