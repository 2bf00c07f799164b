package io.timerscope.errorprone.unit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/**
 * Finds the nested classes whose objects never leave the compilation unit, so that their
 * fields are as good as private.
 */
final class Confined extends TreePathScanner<@Nullable Void, @Nullable Void> {

	private final Declarations declarations;

	private final SchedulerTypes types;

	private final Set<ClassSymbol> classes;

	private Confined(Declarations declarations, SchedulerTypes types) {
		this.declarations = declarations;
		this.types = types;
		this.classes = new HashSet<>(declarations.nested());
	}

	static Set<ClassSymbol> in(CompilationUnitTree unit, Declarations declarations, SchedulerTypes types) {
		Confined confined = new Confined(declarations, types);
		if (!confined.classes.isEmpty()) {
			confined.scan(unit, null);
		}
		return confined.classes;
	}

	/** A container makes objects of a class that is annotated, as of a configuration. */
	@Override
	public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
		ClassSymbol type = ASTHelpers.getSymbol(tree);
		if (type.getAnnotationMirrors().stream().anyMatch((annotation) -> !isOfJdk(annotation.type.tsym))) {
			this.classes.remove(type);
		}
		return super.visitClass(tree, null);
	}

	private static boolean isOfJdk(Symbol annotation) {
		return annotation.getQualifiedName().toString().startsWith("java.lang.");
	}

	/** Whoever is given a class may make objects of it. */
	@Override
	public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
		if (tree.getIdentifier().contentEquals("class")
				&& ASTHelpers.getSymbol(tree.getExpression()) instanceof ClassSymbol type) {
			this.classes.remove(type);
		}
		return super.visitMemberSelect(tree, null);
	}

	@Override
	public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
		MethodSymbol method = ASTHelpers.getSymbol(tree);
		if (this.declarations.isCalledFromOutside(method)) {
			expose(method.getReturnType(), method.owner);
			method.getParameters().forEach((parameter) -> expose(parameter.type, method.owner));
		}
		return super.visitMethod(tree, null);
	}

	@Override
	public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
		VarSymbol variable = ASTHelpers.getSymbol(tree);
		if (variable.owner instanceof ClassSymbol && this.declarations.isVisibleOutside(variable)) {
			expose(variable.type, variable.owner);
		}
		return super.visitVariable(tree, null);
	}

	@Override
	public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
		MethodSymbol method = Places.methodSymbol(getCurrentPath());
		if (tree.getExpression() != null && method != null && this.declarations.isCalledFromOutside(method)) {
			expose(ASTHelpers.getType(tree.getExpression()), method.owner);
		}
		return super.visitReturn(tree, null);
	}

	@Override
	public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
		ExpressionTree receiver = ASTHelpers.getReceiver(call);
		boolean kept = receiver != null && this.types.isContainer(ASTHelpers.getType(receiver))
				&& !(ASTHelpers.getSymbol(receiver) instanceof VarSymbol variable
						&& variable.owner instanceof ClassSymbol && this.declarations.isVisibleOutside(variable));
		if (!kept && !this.declarations.contains(ASTHelpers.getSymbol(call))) {
			exposeAll(call.getArguments());
		}
		return super.visitMethodInvocation(call, null);
	}

	@Override
	public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
		if (!this.declarations.contains(ASTHelpers.getSymbol(tree.getIdentifier()))) {
			exposeAll(tree.getArguments());
		}
		return super.visitNewClass(tree, null);
	}

	private void exposeAll(List<? extends ExpressionTree> arguments) {
		for (ExpressionTree argument : arguments) {
			Type type = ASTHelpers.getType(argument);
			if (type != null && type.tsym instanceof ClassSymbol) {
				this.classes.remove(type.tsym);
			}
		}
	}

	/** Whoever has an object of a class may use what that class says of itself. */
	private void expose(@Nullable Type type, Symbol owner) {
		if (type == null || type.tsym == owner) {
			return;
		}
		if (type instanceof Type.ArrayType array) {
			expose(array.elemtype, owner);
		}
		else if (type.tsym instanceof ClassSymbol symbol) {
			this.classes.remove(symbol);
			type.getTypeArguments().forEach((argument) -> expose(argument, owner));
		}
	}

}
