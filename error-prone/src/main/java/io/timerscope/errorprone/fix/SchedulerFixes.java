package io.timerscope.errorprone.fix;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.fixes.SuggestedFixes;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import io.timerscope.errorprone.unit.Creation;
import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Singletons;

/**
 * Repairs a scheduler that nothing ends.
 */
public final class SchedulerFixes {

	private final Creation creation;

	public SchedulerFixes(Creation creation) {
		this.creation = creation;
	}

	/** One more line in the close, stop or destroy method that the class already has. */
	public Fix endWithItsObject(VarSymbol field, VisitorState state) {
		Optional<EndOfLife> end = EndOfLife.around(this.creation.path());
		if (end.isEmpty() || ASTHelpers.isStatic(field) || Mentions.of(end.get().method()).contains(field)
				|| field.enclClass() != ASTHelpers.getSymbol(end.get().type())) {
			return SuggestedFix.emptyFix();
		}
		String name = "this." + field.getSimpleName();
		String call = name + "." + this.creation.kind().end() + "();";
		SuggestedFix.Builder fix = SuggestedFix.builder();
		boolean always = (field.flags() & Flags.FINAL) != 0;
		end.get().append(always ? call : "if (" + name + " != null) {\n" + call + "\n}", fix, state);
		return fix.build();
	}

	/** What follows the local goes into a try, and its end into the finally block. */
	public Fix endInFinally(Effect end, VisitorState state) {
		TreePath declaration = Places.outsideParentheses(this.creation.path()).getParentPath();
		TreePath last = end.path().getParentPath();
		if (!(declaration.getLeaf() instanceof VariableTree variable)
				|| !(declaration.getParentPath().getLeaf() instanceof BlockTree block)
				|| last.getParentPath().getLeaf() != block) {
			return SuggestedFix.emptyFix();
		}
		List<? extends StatementTree> statements = block.getStatements();
		List<? extends StatementTree> rest = statements.subList(statements.indexOf(variable) + 1, statements.size());
		String close = "\n} finally {\n" + state.getSourceForNode(last.getLeaf()) + "\n}";
		SuggestedFix.Builder fix = SuggestedFix.builder().prefixWith(rest.get(0), "try {\n");
		if (rest.get(rest.size() - 1) == last.getLeaf()) {
			fix.replace(last.getLeaf(), close);
		}
		else {
			fix.delete(last.getLeaf()).postfixWith(rest.get(rest.size() - 1), close);
		}
		return fix.build();
	}

	/** An argument in a configuration class becomes a bean, which the container ends. */
	public Fix makeBean(VisitorState state) {
		Tree parent = this.creation.path().getParentPath().getLeaf();
		ClassTree type = ASTHelpers.findEnclosingNode(this.creation.path(), ClassTree.class);
		MethodTree method = Places.method(this.creation.path());
		boolean argument = parent instanceof NewClassTree
				|| (parent instanceof MethodInvocationTree call && call.getArguments().contains(this.creation.tree()));
		if (!argument || method == null || type == null || this.creation.kind() != Creation.Kind.POOL
				|| !Singletons.isAnnotated(ASTHelpers.getSymbol(type), Set.of("Configuration"))) {
			return SuggestedFix.emptyFix();
		}
		SuggestedFix.Builder fix = SuggestedFix.builder();
		String name = method.getName() + "Executor";
		String bean = SuggestedFixes.qualifyType(state, fix, "org.springframework.context.annotation.Bean");
		String result = SuggestedFixes.qualifyType(state, fix, "java.util.concurrent.ScheduledExecutorService");
		SuggestedFix member = SuggestedFixes.addMembers(type, state, "@" + bean + "(destroyMethod = \"shutdown\")\n"
				+ result + " " + name + "() {\nreturn " + state.getSourceForNode(this.creation.tree()) + ";\n}");
		return fix.merge(member).replace(this.creation.tree(), name + "()").build();
	}

}
