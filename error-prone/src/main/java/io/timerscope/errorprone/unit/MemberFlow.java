package io.timerscope.errorprone.unit;

import java.util.List;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

/**
 * Joins members that share values without any statement saying so: the parts of a record,
 * a method and what it overrides.
 */
public final class MemberFlow {

	private final Groups groups;

	public MemberFlow(Groups groups) {
		this.groups = groups;
	}

	public void joinRecordParts(ClassSymbol symbol) {
		for (Symbol member : symbol.members().getSymbols(Symbol::isConstructor)) {
			int index = 0;
			for (Symbol.RecordComponent component : symbol.getRecordComponents()) {
				Symbol field = symbol.members().findFirst(component.name, (it) -> it instanceof VarSymbol);
				List<VarSymbol> parameters = ((MethodSymbol) member).getParameters();
				if (field != null && parameters.size() == symbol.getRecordComponents().size()) {
					this.groups.join(field, parameters.get(index));
				}
				Symbol accessor = symbol.members()
					.findFirst(component.name,
							(it) -> it instanceof MethodSymbol method && method.getParameters().isEmpty());
				if (field != null && accessor != null) {
					this.groups.join(field, accessor);
				}
				index++;
			}
		}
	}

	public void joinParameters(MethodSymbol method, MethodSymbol overridden) {
		List<VarSymbol> own = method.getParameters();
		List<VarSymbol> inherited = overridden.getParameters();
		for (int i = 0; i < Math.min(own.size(), inherited.size()); i++) {
			this.groups.join(own.get(i), inherited.get(i));
		}
	}

}
