package io.timerscope.errorprone.judge;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Reads {@code @ApplicationLifetime}: a task that lives as long as the application, on
 * purpose.
 */
public final class ApplicationLifetimes {

	private static final String ANNOTATION = "io.timerscope.ApplicationLifetime";

	private ApplicationLifetimes() {
	}

	/** Whether the value, or any declaration around the place, carries the annotation. */
	public static boolean cover(Finding finding, UnitModel unit) {
		if (finding.value().symbols().anyMatch(ApplicationLifetimes::isMarked)) {
			return true;
		}
		for (Tree around : finding.path()) {
			Symbol declared = ASTHelpers.getDeclaredSymbol(around);
			if (declared != null && isMarked(declared)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isMarked(Symbol symbol) {
		return symbol.getRawAttributes()
			.stream()
			.anyMatch((annotation) -> annotation.type.tsym.getQualifiedName().contentEquals(ANNOTATION));
	}

}
