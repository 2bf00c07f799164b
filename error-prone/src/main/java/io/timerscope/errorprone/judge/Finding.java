package io.timerscope.errorprone.judge;

import java.util.function.Function;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.util.TreePath;
import io.timerscope.errorprone.unit.Group;

/**
 * One place that a check points at.
 *
 * @param path the expression
 * @param value what the expression makes, as far as the unit knows it
 * @param message what is missing
 * @param onlySuggested whether the place is likely to be right after all
 * @param fix how to repair it, empty if a person has to decide
 */
public record Finding(TreePath path, Group value, String message, boolean onlySuggested,
		Function<VisitorState, Fix> fix) {

	public static Finding of(TreePath path, Group value, String message) {
		return new Finding(path, value, message, false, (state) -> SuggestedFix.emptyFix());
	}

	public Finding asSuggestion() {
		return new Finding(this.path, this.value, this.message, true, this.fix);
	}

	public Finding with(Function<VisitorState, Fix> repair) {
		return new Finding(this.path, this.value, this.message, this.onlySuggested, repair);
	}

}
