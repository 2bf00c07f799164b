package io.timerscope.record;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a scheduling call before the task is handed over.
 *
 * @param counts where it is counted
 * @param owner for whom it was made
 * @param refusal why it is refused, or {@code null}
 * @param siteInferred whether the site comes from the class of the task
 */
public record CallOrigin(SiteCounts counts, TaskOwner owner, @Nullable String refusal, boolean siteInferred) {

	public Site site() {
		return this.counts.site;
	}

	public SchedulerRecord scheduler() {
		return this.counts.scheduler;
	}

}
