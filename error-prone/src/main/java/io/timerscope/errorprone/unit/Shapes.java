package io.timerscope.errorprone.unit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;

/**
 * Knows wheel timers by what they can do, since many projects have one of their own.
 */
final class Shapes {

	private final Types types;

	private final Map<Symbol, Boolean> timers = new HashMap<>();

	Shapes(Types types) {
		this.types = types;
	}

	/** Whether it has {@code newTimeout(task, delay, unit)}. */
	boolean isWheelTimer(Type type) {
		Boolean known = this.timers.get(type.tsym);
		if (known == null) {
			known = type.tsym.getSimpleName().toString().endsWith("Timer") && has(type, "newTimeout", 3);
			this.timers.put(type.tsym, known);
		}
		return known;
	}

	/** Whether it is what such a timer gives back. */
	boolean isTimeout(Type type) {
		return type.tsym.getSimpleName().contentEquals("Timeout") && has(type, "cancel", 0)
				&& has(type, "isExpired", 0);
	}

	private boolean has(Type type, String method, int parameters) {
		for (Type at : this.types.closure(this.types.erasure(type))) {
			for (Symbol member : at.tsym.members().getSymbols((it) -> it instanceof MethodSymbol)) {
				List<VarSymbol> declared = ((MethodSymbol) member).getParameters();
				if (member.getSimpleName().contentEquals(method) && declared.size() == parameters) {
					return parameters != 3 || declared.get(2).type.tsym.getSimpleName().contentEquals("TimeUnit");
				}
			}
		}
		return false;
	}

}
