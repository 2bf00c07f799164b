package io.timerscope.spring.finding;

import io.timerscope.finding.Finding;
import io.timerscope.finding.FindingListener;
import io.timerscope.spring.TimerFindingEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes findings as Spring events.
 *
 * @since 0.1.0
 */
public final class FindingEvents implements FindingListener {

	private final Object source;

	private final ApplicationEventPublisher publisher;

	/**
	 * Prepares to publish.
	 * @param source the source of the events
	 * @param publisher takes them
	 */
	public FindingEvents(Object source, ApplicationEventPublisher publisher) {
		this.source = source;
		this.publisher = publisher;
	}

	@Override
	public void raised(Finding finding) {
		this.publisher.publishEvent(new TimerFindingEvent(this.source, TimerFindingEvent.Type.RAISED, finding));
	}

	@Override
	public void resolved(Finding finding) {
		this.publisher.publishEvent(new TimerFindingEvent(this.source, TimerFindingEvent.Type.RESOLVED, finding));
	}

}
