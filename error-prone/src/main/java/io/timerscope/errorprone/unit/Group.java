package io.timerscope.errorprone.unit;

import java.util.List;
import java.util.stream.Stream;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

import javax.lang.model.element.ElementKind;

/**
 * All that may stand for one value in a compilation unit.
 *
 * @param members symbols and expressions
 * @param ends the places that end the value
 * @param escapes whether code outside the unit gets hold of the value
 */
public record Group(List<Object> members, List<Effect> ends, boolean escapes) {

	public boolean isEnded() {
		return !this.ends.isEmpty();
	}

	/** Whether some code may still end the value, here or elsewhere. */
	public boolean hasEnd() {
		return isEnded() || this.escapes;
	}

	public Stream<VarSymbol> fields() {
		return variables(ElementKind.FIELD);
	}

	public Stream<VarSymbol> parameters() {
		return variables(ElementKind.PARAMETER);
	}

	public Stream<VarSymbol> locals() {
		return symbols()
			.filter((symbol) -> symbol instanceof VarSymbol && symbol.getKind() != ElementKind.FIELD
					&& symbol.getKind() != ElementKind.PARAMETER)
			.map(VarSymbol.class::cast);
	}

	public Stream<MethodSymbol> methods() {
		return symbols().filter(MethodSymbol.class::isInstance).map(MethodSymbol.class::cast);
	}

	public Stream<Symbol> symbols() {
		return this.members.stream().filter(Symbol.class::isInstance).map(Symbol.class::cast);
	}

	public Stream<Tree> expressions() {
		return this.members.stream().filter(Tree.class::isInstance).map(Tree.class::cast);
	}

	private Stream<VarSymbol> variables(ElementKind kind) {
		return symbols().filter((symbol) -> symbol.getKind() == kind).map(VarSymbol.class::cast);
	}

}
