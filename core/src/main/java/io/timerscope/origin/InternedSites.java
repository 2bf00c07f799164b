package io.timerscope.origin;

import java.lang.StackWalker.StackFrame;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.timerscope.Site;
import org.jspecify.annotations.Nullable;

/**
 * The interned sites. A frame is found by class, method and bytecode index, which costs
 * no line number; frames of one line share one site. A class that was loaded anew is
 * another one, and none is held.
 */
public final class InternedSites {

	/** Scripts and generated classes can have any number of names. */
	private static final int LIMIT = 10_000;

	private final ClassMap<ConcurrentMap<Frame, Site>> byFrame = new ClassMap<>(LIMIT);

	private final ConcurrentMap<StackTraceElement, Site> byLine = new ConcurrentHashMap<>();

	Site of(StackFrame frame, boolean library) {
		Class<?> type = frame.getDeclaringClass();
		ConcurrentMap<Frame, Site> known = this.byFrame.get(type);
		Frame key = new Frame(frame.getMethodName(), frame.getByteCodeIndex());
		Site site = (known == null) ? null : known.get(key);
		if (site == null) {
			site = of(readable(frame.toStackTraceElement()), type, library);
			this.byFrame.put(type, new ConcurrentHashMap<>(2)).put(key, site);
		}
		return site;
	}

	/** The site of a line of which only the name is known. */
	public Site of(StackTraceElement line, boolean library) {
		return of(line, null, library);
	}

	private Site of(StackTraceElement line, @Nullable Class<?> type, boolean library) {
		Site site = this.byLine.get(line);
		if (site != null) {
			return site;
		}
		if (this.byLine.size() >= LIMIT) {
			return Site.UNKNOWN;
		}
		boolean lives = type != null && Lifetimes.isApplications(type, line.getMethodName());
		return this.byLine.computeIfAbsent(line, (key) -> new Site(key, lives, library));
	}

	/**
	 * The body of a lambda is named after the method around it; loader and module are
	 * left out.
	 */
	static StackTraceElement readable(StackTraceElement frame) {
		EnclosingMethod around = EnclosingMethod.of(frame.getClassName(), frame.getMethodName());
		return new StackTraceElement(around.className(), around.methodName(), frame.getFileName(),
				frame.getLineNumber());
	}

	private record Frame(String methodName, int bytecodeIndex) {
	}

}
