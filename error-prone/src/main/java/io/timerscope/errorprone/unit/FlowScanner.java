package io.timerscope.errorprone.unit;

import java.util.List;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import org.jspecify.annotations.Nullable;

/**
 * Walks one compilation unit once and writes down which symbols may share a value, what
 * is made, scheduled and ended, and what leaves the unit.
 */
public final class FlowScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

	private final Types javac;

	private final Declarations declarations;

	private final Origins origins;

	private final Recognizer recognizer;

	private final CallFlow calls;

	private final Facts facts;

	private final MemberFlow members;

	private final Factories factories;

	FlowScanner(Types javac, SchedulerTypes types, Declarations declarations, Facts facts, Origins origins,
			Factories factories) {
		this.javac = javac;
		this.declarations = declarations;
		this.facts = facts;
		this.members = new MemberFlow(facts.groups());
		this.origins = origins;
		this.recognizer = new Recognizer(types);
		this.factories = factories;
		this.calls = new CallFlow(types, declarations, this.origins, facts);
	}

	@Override
	public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
		ClassSymbol symbol = ASTHelpers.getSymbol(tree);
		if (symbol != null && tree.getKind() == Tree.Kind.RECORD) {
			this.members.joinRecordParts(symbol);
		}
		return super.visitClass(tree, null);
	}

	@Override
	public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
		MethodSymbol method = ASTHelpers.getSymbol(tree);
		for (MethodSymbol overridden : ASTHelpers.findSuperMethods(method, this.javac)) {
			if (this.declarations.contains(overridden)) {
				this.facts.groups().join(method, overridden);
				this.members.joinParameters(method, overridden);
			}
		}
		return super.visitMethod(tree, null);
	}

	@Override
	public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
		flow(ASTHelpers.getSymbol(tree), tree.getInitializer());
		return super.visitVariable(tree, null);
	}

	@Override
	public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
		this.facts.groups().join(this.origins.of(tree.getVariable()), this.origins.of(tree.getExpression()));
		return super.visitAssignment(tree, null);
	}

	@Override
	public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
		for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
			if (at.getLeaf() instanceof LambdaExpressionTree lambda) {
				flow(lambda, tree.getExpression());
				break;
			}
			if (at.getLeaf() instanceof MethodTree method) {
				flow(ASTHelpers.getSymbol(method), tree.getExpression());
				break;
			}
		}
		return super.visitReturn(tree, null);
	}

	@Override
	public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
		if (tree.getBody() instanceof ExpressionTree value && !isVoid(tree)) {
			flow(tree, value);
		}
		return super.visitLambdaExpression(tree, null);
	}

	@Override
	public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
		flow(ASTHelpers.getSymbol(tree.getVariable()), tree.getExpression());
		return super.visitEnhancedForLoop(tree, null);
	}

	@Override
	public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
		if (tree.getPattern() instanceof BindingPatternTree binding) {
			flow(ASTHelpers.getSymbol(binding.getVariable()), tree.getExpression());
		}
		return super.visitInstanceOf(tree, null);
	}

	@Override
	public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
		if (tree.getBody() instanceof ExpressionTree value) {
			flowToSwitch(value);
		}
		return super.visitCase(tree, null);
	}

	@Override
	public @Nullable Void visitYield(YieldTree tree, @Nullable Void unused) {
		flowToSwitch(tree.getValue());
		return super.visitYield(tree, null);
	}

	@Override
	public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
		for (Tree resource : tree.getResources()) {
			Tree value = (resource instanceof VariableTree variable) ? variable.getInitializer() : resource;
			List<Object> nodes = this.origins.of(value);
			if (resource instanceof VariableTree variable) {
				nodes.add(ASTHelpers.getSymbol(variable));
			}
			this.facts.ends().add(new Effect(nodes, new TreePath(getCurrentPath(), resource), "close"));
		}
		return super.visitTry(tree, null);
	}

	@Override
	public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
		if (LifecycleNames.endsReceiver(tree.getName().toString())) {
			this.facts.end(this.origins.of(tree.getQualifierExpression()), getCurrentPath(), tree.getName().toString());
		}
		return super.visitMemberReference(tree, null);
	}

	@Override
	public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
		Schedule schedule = this.recognizer.schedule(tree, getCurrentPath());
		if (schedule != null) {
			this.facts.schedules().add(schedule);
			if (schedule.api() == Schedule.Api.JDK_TIMER) {
				this.facts.groups().join(List.of((Object) tree), this.origins.of(schedule.task()));
			}
		}
		create(this.recognizer.creation(tree, getCurrentPath()));
		this.factories.madeBy(tree, getCurrentPath()).ifPresent(this.facts.creations()::add);
		if (Recognizer.isDelayedExecutor(tree)) {
			this.facts.delays().add(getCurrentPath());
		}
		this.calls.invocation(tree, getCurrentPath(), schedule != null);
		return super.visitMethodInvocation(tree, null);
	}

	@Override
	public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
		create(this.recognizer.creation(tree, getCurrentPath()));
		if (Places.isInMain(getCurrentPath())) {
			this.facts.madeInMain().add(ASTHelpers.getSymbol(tree.getIdentifier()));
		}
		this.calls.construction(tree);
		return super.visitNewClass(tree, null);
	}

	@Override
	public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
		read(tree);
		return super.visitIdentifier(tree, null);
	}

	@Override
	public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
		read(tree);
		return super.visitMemberSelect(tree, null);
	}

	private void create(@Nullable Creation creation) {
		if (creation != null && !this.factories.makeForTheFile(creation)) {
			this.facts.creations().add(creation);
		}
	}

	private void read(ExpressionTree tree) {
		if (ASTHelpers.getSymbol(tree) instanceof VarSymbol variable) {
			Tree parent = getCurrentPath().getParentPath().getLeaf();
			boolean written = parent instanceof AssignmentTree assignment && assignment.getVariable() == tree;
			(written ? this.facts.writes() : this.facts.reads()).computeIfAbsent(variable, Facts::newList)
				.add(getCurrentPath());
		}
	}

	private void flow(@Nullable Object target, @Nullable Tree value) {
		if (target != null && value != null) {
			this.facts.groups().join(List.of(target), this.origins.of(value));
		}
	}

	private void flowToSwitch(ExpressionTree value) {
		for (TreePath at = getCurrentPath(); at != null; at = at.getParentPath()) {
			if (at.getLeaf() instanceof SwitchExpressionTree target) {
				flow(target, value);
				return;
			}
		}
	}

	private boolean isVoid(LambdaExpressionTree lambda) {
		Type type = ASTHelpers.getType(lambda);
		return type == null || this.javac.findDescriptorType(type).getReturnType().isPrimitiveOrVoid();
	}

}
