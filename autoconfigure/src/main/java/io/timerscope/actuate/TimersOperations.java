package io.timerscope.actuate;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;

import io.timerscope.Site;
import io.timerscope.TaskQuery;
import io.timerscope.TaskSnapshot;
import io.timerscope.finding.Fingerprint;
import io.timerscope.ledger.LedgerReader;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.recent.HourReading;
import io.timerscope.recent.LastHour;
import io.timerscope.snapshot.CancelledTasks;
import io.timerscope.snapshot.SiteCountsSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/**
 * What the endpoint does, whoever asks and over which technology. A fault of ours is the
 * reader's to hear, and one for the count.
 */
final class TimersOperations {

	private static final String RULES = "rules";

	private static final String FINDINGS = "findings";

	private static final String SITES = "sites";

	private static final String KEPT = "kept";

	private final TaskLedger ledger;

	private final Supplier<Diagnosis> diagnosis;

	private final OperatorControls controls;

	private final LastHour hour;

	private final OperatorLog log;

	private final boolean showMessages;

	TimersOperations(TaskLedger ledger, Supplier<Diagnosis> diagnosis, OperatorControls controls, LastHour hour,
			boolean showMessages) {
		this.ledger = ledger;
		this.diagnosis = diagnosis;
		this.controls = controls;
		this.hour = hour;
		this.log = new OperatorLog(hour);
		this.showMessages = showMessages;
	}

	TimersDescriptor read(TaskQuery query) {
		return counted("read the timers", () -> {
			Diagnosis diagnosis = this.diagnosis.get(); // first, since it may find leaks
			return TimersDescriptor.of(this.ledger, this.ledger.read().snapshot(query), diagnosis,
					new TimersDescriptor.Extras(this.controls.rules(), this.hour.read()), this.showMessages);
		});
	}

	@Nullable TaskDescriptor task(String id) {
		long number = TimersParameters.number(id);
		return counted("read a timer", () -> {
			TaskSnapshot.Detail task = this.ledger.read().find(number);
			return (task == null) ? null : TaskDescriptor.of(task, this.showMessages);
		});
	}

	String dump() {
		return counted("dump the timers", () -> {
			Diagnosis diagnosis = this.diagnosis.get();
			return TextDump.of(this.ledger, findings(diagnosis), diagnosis.outside(), this.hour.read());
		});
	}

	byte[] profile(ProfileOwners owners) {
		LedgerReader reader = this.ledger.read();
		return counted("make the profile", () -> TimersProfile.of(reader.groups(), owners, reader.time()));
	}

	StacksDescriptor stacks() {
		return counted("read the stacks", () -> StacksDescriptor.of(this.ledger.read().groups()));
	}

	HourDescriptor hour() {
		return counted("read the last hour", () -> {
			HourReading reading = this.hour.read();
			return HourDescriptor.whole(reading);
		});
	}

	List<FindingDescriptor> findings() {
		return findings(this.diagnosis.get());
	}

	private List<FindingDescriptor> findings(Diagnosis diagnosis) {
		return diagnosis.findings()
			.stream()
			.map((finding) -> FindingDescriptor.of(finding, this.showMessages))
			.toList();
	}

	List<RuleDescriptor> rules() {
		return this.controls.rules();
	}

	Cancellation cancelTask(String id, @Nullable Principal who) {
		long number = TimersParameters.number(id);
		Cancellation cancellation = counted("cancel a timer", () -> cancelTask(number));
		if (cancellation == Cancellation.DONE) {
			this.log.cancelled(who, id);
		}
		return cancellation;
	}

	private Cancellation cancelTask(long number) {
		if (this.ledger.cancel(number)) {
			return Cancellation.DONE;
		}
		TaskSnapshot.Detail task = this.ledger.read().find(number);
		boolean live = task != null && task.task().state().isLive();
		return live ? Cancellation.REFUSED : Cancellation.UNKNOWN;
	}

	CancelledDescriptor cancelTasks(TimersParameters parameters, @Nullable Principal who) {
		TaskQuery query = parameters.queryToCancel();
		CancelledTasks tasks = counted("cancel timers", () -> this.ledger.cancel(query));
		this.log.cancelled(who, parameters, tasks);
		return CancelledDescriptor.of(tasks);
	}

	@Nullable RuleDescriptor add(String collection, RuleRequest request, @Nullable Principal who) {
		if (!collection.equals(RULES)) {
			return null;
		}
		RuleDescriptor rule;
		try {
			rule = this.controls.addRule(request);
		}
		catch (IllegalArgumentException ex) {
			throw invalid(String.valueOf(ex.getMessage()));
		}
		if (rule != null) {
			this.log.added(who, rule);
		}
		return rule;
	}

	boolean isRemoved(String collection, String id, @Nullable Principal who) {
		boolean removed = collection.equals(RULES) && this.controls.removeRule(TimersParameters.number(id));
		if (removed) {
			this.log.removed(who, id);
		}
		return removed;
	}

	boolean isAcknowledged(String collection, String id, boolean acknowledged, @Nullable Principal who) {
		if (!acknowledged) {
			throw invalid("acknowledged must be true: a finding cannot be put back on the list");
		}
		boolean done = collection.equals(FINDINGS) && this.controls.acknowledge(id);
		if (done) {
			this.log.acknowledged(who, id);
		}
		return done;
	}

	/** By the fingerprint of a site, or {@code Class#method}. */
	@Nullable KeptDescriptor kept(String collection, String id, String question) {
		Site site = (collection.equals(SITES) && question.equals(KEPT)) ? site(id) : null;
		if (site == null) {
			return null;
		}
		KeptDescriptor kept = counted("measure what leaked tasks keep",
				() -> KeptDescriptor.of(site, this.ledger.read().kept((it) -> isNamed(it, id))));
		this.log.measured(kept);
		return kept;
	}

	private @Nullable Site site(String id) {
		for (SiteCountsSnapshot counts : this.ledger.read().siteCounts()) {
			if (isNamed(counts.site(), id)) {
				return counts.site();
			}
		}
		return null;
	}

	private static boolean isNamed(Site site, String id) {
		return id.equals(site.className() + "#" + site.methodName()) || id.equals(Fingerprint.of(site));
	}

	static InvalidEndpointRequestException invalid(String message) {
		return new InvalidEndpointRequestException(message, message);
	}

	private <T extends @Nullable Object> T counted(String what, Supplier<T> reading) {
		try {
			return reading.get();
		}
		catch (RuntimeException | Error ex) {
			this.ledger.guarded(what, () -> {
				throw ex;
			});
			throw ex;
		}
	}

}
