package io.timerscope.errorprone.unit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import org.jspecify.annotations.Nullable;

/**
 * The names of a type and everything it extends, so that a library need not be on the
 * class path to be known.
 */
public final class TypeNames {

	private final Types types;

	private final Map<Symbol, Set<String>> names = new HashMap<>();

	public TypeNames(Types types) {
		this.types = types;
	}

	public boolean isAny(@Nullable Type type, Set<String> wanted) {
		if (type == null) {
			return false;
		}
		Set<String> own = of(type);
		return own.stream().anyMatch(wanted::contains);
	}

	public Set<String> of(Type type) {
		Type bound = this.types.skipTypeVars(type, false);
		if (bound == null || bound.tsym == null || !bound.hasTag(com.sun.tools.javac.code.TypeTag.CLASS)) {
			return Set.of();
		}
		return this.names.computeIfAbsent(bound.tsym, (symbol) -> {
			Set<String> result = new HashSet<>();
			for (Type parent : this.types.closure(this.types.erasure(bound))) {
				result.add(parent.tsym.getQualifiedName().toString());
			}
			return result;
		});
	}

}
