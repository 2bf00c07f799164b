package io.timerscope;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import io.timerscope.ApplicationFrames.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Walks the stack of a scheduling call to the application's first frame and, where the
 * bean behind it is wanted too, on to the first frame of a bean.
 */
final class SiteFinder {

	private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

	private static final int DEPTH = 128;

	private static final int BEAN_DEPTH = 64;

	private final OriginCapture capture;

	private final ApplicationFrames frames;

	private final OwnerResolver resolver;

	private final Sites sites = new Sites();

	SiteFinder(OriginCapture capture, ApplicationFrames frames, OwnerResolver resolver) {
		this.capture = capture;
		this.frames = frames;
		this.resolver = resolver;
	}

	/** The origin of one more task of a class, or {@code null} if it has to be walked. */
	@Nullable Origin inferred(Habit habit) {
		return switch (this.capture) {
			case OFF, ALWAYS -> null;
			case SITE, STACK -> habit.expected();
		};
	}

	Origin walk(boolean beanWanted) {
		if (this.capture == OriginCapture.OFF) {
			return Origin.UNKNOWN;
		}
		Origin origin = WALKER.walk((stack) -> find(stack, beanWanted));
		Site site = origin.site();
		if (this.capture != OriginCapture.SITE && site != Site.UNKNOWN && site.wantsStack()) {
			site.stack(WALKER.walk(this::applicationFrames));
		}
		return origin;
	}

	Site declared(StackTraceElement site) {
		return this.sites.of(site);
	}

	private Origin find(Stream<StackFrame> stack, boolean beanWanted) {
		Iterator<StackFrame> frames = stack.iterator();
		StackFrame library = null;
		Site site = null;
		for (int depth = 0; depth < DEPTH && frames.hasNext(); depth++) {
			StackFrame frame = frames.next();
			Class<?> type = frame.getDeclaringClass();
			Rank rank = this.frames.rank(type);
			if (rank == Rank.LIBRARY && library == null) {
				library = frame;
			}
			if (rank != Rank.APPLICATION) {
				continue;
			}
			boolean first = site == null;
			if (site == null) {
				site = this.sites.of(frame);
				if (!beanWanted) {
					return new Origin(site, null);
				}
				Owner known = site.bean();
				if (known != null && !known.isEnded()) {
					return new Origin(site, known);
				}
			}
			Owner bean = this.resolver.ofFrame(type);
			if (bean != null) {
				if (first) {
					site.bean(bean);
				}
				return new Origin(site, bean);
			}
			if (depth > BEAN_DEPTH) {
				break;
			}
		}
		if (site == null) {
			site = (library != null) ? this.sites.of(library) : Site.UNKNOWN;
		}
		return new Origin(site, null);
	}

	private List<StackTraceElement> applicationFrames(Stream<StackFrame> stack) {
		List<StackTraceElement> application = new ArrayList<>();
		List<StackTraceElement> libraries = new ArrayList<>();
		Iterator<StackFrame> frames = stack.iterator();
		for (int depth = 0; depth < DEPTH && frames.hasNext(); depth++) {
			StackFrame frame = frames.next();
			Rank rank = this.frames.rank(frame.getDeclaringClass());
			if (rank == Rank.APPLICATION) {
				application.add(Sites.readable(frame.toStackTraceElement()));
			}
			else if (rank == Rank.LIBRARY) {
				libraries.add(Sites.readable(frame.toStackTraceElement()));
			}
		}
		return List.copyOf(application.isEmpty() ? libraries : application);
	}

}
