package io.timerscope.fleet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command did.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it said beside
 */
record Ran(int exit, String out, String err) {

	static Ran fleet(List<String> targets, String... options) {
		List<String> arguments = new ArrayList<>(List.of(options));
		arguments.addAll(targets);
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		int exit = Fleet.run(arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
		return new Ran(exit, out.toString(), err.toString());
	}

}
