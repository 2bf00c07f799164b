package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/**
 * What one walk over a compilation unit found.
 *
 * @param groups which symbols and expressions may share a value
 * @param creations the schedulers made
 * @param schedules the tasks scheduled
 * @param ends the places that end something
 * @param upkeep the places that keep a queue free of cancelled tasks
 * @param delays the executors made to run something later
 * @param escapes what is handed to code outside the unit
 * @param selfEnding classes whose objects cancel themselves
 * @param calls the calls of each method of the unit
 * @param reads the uses of each variable
 * @param writes the assignments to each variable
 * @param hooks what runs when the JVM ends
 * @param madeInMain the classes that {@code main} makes an object of
 */
public record Facts(Groups groups, List<Creation> creations, List<Schedule> schedules, List<Effect> ends,
		List<Effect> upkeep, List<TreePath> delays, List<Object> escapes, Set<Symbol> selfEnding,
		Map<Symbol, List<TreePath>> calls, Map<VarSymbol, List<TreePath>> reads, Map<VarSymbol, List<TreePath>> writes,
		List<Object> hooks, Set<Symbol> madeInMain) {

	public Facts() {
		this(new Groups(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
				new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new HashMap<>(), new HashMap<>(),
				new HashMap<>(), new ArrayList<>(), new HashSet<>());
	}

	public static <T> List<TreePath> newList(T key) {
		return new ArrayList<>(2);
	}

	public void end(List<Object> nodes, TreePath path, String method) {
		if (!nodes.isEmpty()) {
			this.ends.add(new Effect(nodes, path, method));
		}
	}

}
