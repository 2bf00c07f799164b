package io.timerscope.spring;

import io.timerscope.finding.Finding;

import org.springframework.context.ApplicationEvent;

/**
 * Says that something is wrong with the application's tasks, or is wrong no more.
 * Published once each, on the thread of Timerscope's clock or of somebody who reads the
 * findings; a listener that takes long should be asynchronous.
 *
 * @since 0.1.0
 */
public final class TimerFindingEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final Type type;

	private final transient Finding finding;

	/**
	 * Makes an event.
	 * @param source the book of findings
	 * @param type what became of the finding
	 * @param finding the finding as it was last seen
	 */
	public TimerFindingEvent(Object source, Type type, Finding finding) {
		super(source);
		this.type = type;
		this.finding = finding;
	}

	/**
	 * What became of the finding.
	 * @return the type
	 */
	public Type getType() {
		return this.type;
	}

	/**
	 * The finding.
	 * @return the finding as it was last seen
	 */
	public Finding getFinding() {
		return this.finding;
	}

	@Override
	public String toString() {
		return "TimerFindingEvent[" + this.type + " " + this.finding + "]";
	}

	/** What can become of a finding. */
	public enum Type {

		/** It is wrong from now on. */
		RAISED,

		/** It is wrong no more. */
		RESOLVED

	}

}
