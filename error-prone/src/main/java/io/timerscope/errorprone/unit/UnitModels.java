package io.timerscope.errorprone.unit;

import java.util.List;
import java.util.Set;

import com.google.errorprone.VisitorState;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the model of the compilation unit at hand, so that all checks share one walk. It
 * lives as long as the compiler run it belongs to.
 */
public final class UnitModels {

	private static final List<String> SIGNS = List.of("chedul", "Timer", "imeout", "interval(", "delayedExecutor",
			"EventExecutor", "EventLoop", "eriodic", "nterval(", "every(", ".repeat()");

	private @Nullable CompilationUnitTree last;

	private @Nullable UnitModel model;

	private UnitModels() {
	}

	/**
	 * The model of the unit, or null if its text shows that nothing is scheduled in it.
	 */
	public static @Nullable UnitModel of(CompilationUnitTree tree, VisitorState state) {
		Context context = state.context;
		UnitModels models = context.get(UnitModels.class);
		if (models == null) {
			models = new UnitModels();
			context.put(UnitModels.class, models);
		}
		return models.modelOf(tree, state);
	}

	private @Nullable UnitModel modelOf(CompilationUnitTree tree, VisitorState state) {
		if (this.last != tree) {
			this.last = tree;
			this.model = mayMatter(state) ? new UnitModel(tree, state) : null;
		}
		return this.model;
	}

	private static boolean mayMatter(VisitorState state) {
		Set<String> own = state.errorProneOptions().getFlags().getSetOrEmpty(SchedulerTypes.OWN_TYPES);
		CharSequence text = state.getSourceCode();
		String source = (text != null) ? text.toString() : "";
		return !own.isEmpty() || SIGNS.stream().anyMatch(source::contains);
	}

}
