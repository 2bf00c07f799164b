package io.timerscope.sample.soak;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.timerscope.finding.Finding;
import io.timerscope.finding.Severity;
import io.timerscope.spring.TimerFindingEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes what was raised, and against whom. */
@Component
@Profile({ "soak", "kiosk" })
class FindingsSeen {

	private final Collection<Finding> raised = new CopyOnWriteArrayList<>();

	@EventListener
	void on(TimerFindingEvent event) {
		if (event.getType() == TimerFindingEvent.Type.RAISED) {
			this.raised.add(event.getFinding());
		}
	}

	/** Who leaks on purpose is called so. */
	List<String> ofCareful() {
		return this.raised.stream()
			.filter((it) -> it.severity() != Severity.NOTICE && !it.subject().contains(".Leaking"))
			.map((it) -> it.kind() + " at " + it.subject() + ": " + it.evidence())
			.toList();
	}

	Map<String, Long> kinds() {
		Map<String, Long> kinds = new TreeMap<>();
		this.raised.forEach((it) -> kinds.merge(it.severity() + " " + it.kind(), 1L, Long::sum));
		return kinds;
	}

}
