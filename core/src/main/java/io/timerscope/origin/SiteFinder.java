package io.timerscope.origin;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.timerscope.OriginCapture;
import io.timerscope.Owner;
import io.timerscope.OwnerResolver;
import io.timerscope.Site;
import io.timerscope.origin.ApplicationFrames.Rank;
import org.jspecify.annotations.Nullable;

/**
 * Walks the stack of a scheduling call to the application's first frame and, where the
 * bean behind it is wanted too, on to the first frame of a bean. What lies beyond a
 * dispatch has scheduled nothing: a filter around its chain, {@code main} around a start,
 * a pool's worker around a run, advice around a call.
 */
public final class SiteFinder {

	private static final int NEAR_DEPTH = 10;

	/** Ready for the frames of ours that lie between the application and a plain pool. */
	private static final StackWalker NEAR = walker(NEAR_DEPTH);

	/** Ready for Spring's proxies in between too. */
	private static final StackWalker FAR = walker(22);

	private static final int DEPTH = 128;

	private static final int BEAN_DEPTH = 64;

	private final OriginCapture capture;

	private final ApplicationFrames frames;

	private final OwnerResolver resolver;

	private final InternedSites sites = new InternedSites();

	public SiteFinder(OriginCapture capture, ApplicationFrames frames, OwnerResolver resolver) {
		this.capture = capture;
		this.frames = frames;
		this.resolver = resolver;
	}

	/** Whether the class of a task may stand for a walk. */
	public boolean infers() {
		return this.capture != OriginCapture.ALWAYS;
	}

	/** Whether there are sites. */
	public boolean finds() {
		return this.capture != OriginCapture.OFF;
	}

	private static StackWalker walker(int depth) {
		return StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE), depth);
	}

	/**
	 * Walks the stack of the calling thread.
	 * @param beanWanted whether to go on to the first bean
	 * @param likely the site where the walk will most likely end, or {@code null}
	 */
	public Origin walk(boolean beanWanted, @Nullable Site likely) {
		if (this.capture == OriginCapture.OFF) {
			return Origin.UNKNOWN;
		}
		Origin origin = ((likely != null && likely.isNear()) ? NEAR : FAR).walk((stack) -> find(stack, beanWanted));
		Site site = origin.site();
		if (this.capture != OriginCapture.SITE && site != Site.UNKNOWN && site.wantsStack()) {
			site.stack(FAR.walk((stack) -> frames(stack, site.isLibrary())));
		}
		return origin;
	}

	public Site declared(StackTraceElement site) {
		return this.sites.of(site, this.frames.isLibrary(site.getClassName()));
	}

	/**
	 * The line that made something, on a stack of which only the names are known. Who
	 * called a library is not asked: what a library makes is its own.
	 */
	public Site maker(StackTraceElement[] stack) {
		StackTraceElement platform = null;
		for (StackTraceElement frame : stack) {
			Rank rank = this.frames.rankOfName(frame.getClassName());
			if (rank == Rank.DISPATCH) {
				break;
			}
			if (rank == Rank.PLATFORM && frame.getMethodName().equals("<clinit>")) {
				return this.sites.of(InternedSites.readable(frame), true);
			}
			if (rank == Rank.PLATFORM) {
				platform = (platform != null) ? platform : frame;
			}
			else if (rank != Rank.NEVER) {
				return this.sites.of(InternedSites.readable(frame), rank != Rank.APPLICATION);
			}
		}
		return (platform == null) ? Site.UNKNOWN : this.sites.of(InternedSites.readable(platform), true);
	}

	/** Whether tasks of a class are a library's own business. */
	public boolean isLibrary(Class<?> taskClass) {
		return this.frames.rank(taskClass) == Rank.LIBRARY;
	}

	/**
	 * Whether tasks of a class come from anywhere, since a library makes them for whoever
	 * calls it.
	 */
	public boolean isOperator(Class<?> taskClass) {
		return this.frames.rank(taskClass) == Rank.OPERATOR;
	}

	private Origin find(Stream<StackFrame> stack, boolean beanWanted) {
		Iterator<StackFrame> frames = stack.iterator();
		StackFrame library = null;
		StackFrame platform = null;
		Site site = null;
		boolean insideAdvice = false; // of a method of the application, up to its proxy
		for (int depth = 0; depth < DEPTH && frames.hasNext(); depth++) {
			StackFrame frame = frames.next();
			Class<?> type = frame.getDeclaringClass();
			Rank rank = this.frames.rank(type);
			if (rank != Rank.APPLICATION) {
				if (rank == Rank.NEVER) {
					continue;
				}
				if (rank == Rank.PROCEED || rank == Rank.PROXY) {
					insideAdvice = rank == Rank.PROCEED;
				}
				else if (rank == Rank.LIBRARY || rank == Rank.OPERATOR) {
					library = (library != null) ? library : frame;
				}
				else {
					platform = (platform != null) ? platform : frame;
				}
				if (rank == Rank.DISPATCH) {
					break;
				}
				continue;
			}
			if (insideAdvice) {
				continue;
			}
			boolean first = site == null;
			if (site == null) {
				site = this.sites.of(frame, false);
				site.near(depth < NEAR_DEPTH);
				if (!beanWanted) {
					return new Origin(site, null);
				}
				Owner known = site.bean(type);
				if (known != null && !known.isEnded()) {
					return new Origin(site, known);
				}
			}
			Owner bean = this.resolver.ofFrame(type);
			if (bean != null) {
				if (first) {
					site.bean(type, bean);
				}
				return new Origin(site, bean);
			}
			if (depth > BEAN_DEPTH) {
				break;
			}
		}
		return new Origin((site != null) ? site : librarySite((library != null) ? library : platform), null);
	}

	/** Nobody of the application is on the stack, up to where the call was passed on. */
	private Site librarySite(@Nullable StackFrame innermost) {
		return (innermost == null) ? Site.UNKNOWN : this.sites.of(innermost, true);
	}

	/** Of a library's line, the library's frames up to where the call was passed on. */
	private List<StackTraceElement> frames(Stream<StackFrame> stack, boolean ofLibrary) {
		List<StackTraceElement> found = new ArrayList<>();
		List<StackTraceElement> platform = new ArrayList<>();
		Iterator<StackFrame> frames = stack.iterator();
		for (int depth = 0; depth < DEPTH && frames.hasNext(); depth++) {
			StackFrame frame = frames.next();
			Rank rank = this.frames.rank(frame.getDeclaringClass());
			if (ofLibrary ? (rank == Rank.LIBRARY || rank == Rank.OPERATOR) : rank == Rank.APPLICATION) {
				found.add(InternedSites.readable(frame.toStackTraceElement()));
			}
			else if (rank == Rank.PLATFORM || rank == Rank.DISPATCH) {
				platform.add(InternedSites.readable(frame.toStackTraceElement()));
			}
			if (ofLibrary && rank == Rank.DISPATCH) {
				break;
			}
		}
		return List.copyOf(found.isEmpty() ? platform : found);
	}

}
