package io.timerscope.errorprone.unit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Types;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one compilation unit declares, and who else can see it.
 */
public final class Declarations {

	private final Types types;

	private final Set<ClassSymbol> classes = new HashSet<>();

	private final Map<MethodSymbol, TreePath> methods = new HashMap<>();

	private final Map<VarSymbol, TreePath> variables = new HashMap<>();

	private final Map<Tree, TreePath> classTrees = new HashMap<>();

	public Declarations(CompilationUnitTree unit, Types types) {
		this.types = types;
		new Reader().scan(unit, null);
	}

	public boolean contains(@Nullable Symbol symbol) {
		for (Symbol at = symbol; at != null; at = at.owner) {
			if (at instanceof ClassSymbol && this.classes.contains(at)) {
				return true;
			}
		}
		return false;
	}

	public @Nullable TreePath find(Symbol symbol) {
		if (symbol instanceof MethodSymbol) {
			return this.methods.get(symbol);
		}
		return (symbol instanceof VarSymbol) ? this.variables.get(symbol) : null;
	}

	public @Nullable MethodTree method(Symbol symbol) {
		TreePath path = find(symbol);
		return (path != null && path.getLeaf() instanceof MethodTree method) ? method : null;
	}

	public boolean hasBody(Symbol symbol) {
		MethodTree method = method(symbol);
		return method != null && method.getBody() != null;
	}

	/** Whether the class has a method such as close, stop or onDisconnect. */
	public boolean hasEndOfLife(ClassSymbol type) {
		return this.methods.keySet()
			.stream()
			.anyMatch(
					(method) -> method.owner == type && LifecycleNames.isEndOfLife(method.getSimpleName().toString()));
	}

	/** The classes with a name that are declared in another one. */
	Set<ClassSymbol> nested() {
		Set<ClassSymbol> nested = new HashSet<>();
		this.classes.stream()
			.filter((type) -> type.owner instanceof ClassSymbol && !type.isAnonymous())
			.forEach(nested::add);
		return nested;
	}

	public Map<MethodSymbol, TreePath> methods() {
		return this.methods;
	}

	public Map<VarSymbol, TreePath> variables() {
		return this.variables;
	}

	public @Nullable TreePath classPath(ClassSymbol symbol) {
		for (TreePath path : this.classTrees.values()) {
			if (ASTHelpers.getSymbol((ClassTree) path.getLeaf()) == symbol) {
				return path;
			}
		}
		return null;
	}

	/** Whether other compilation units can use the member by its name. */
	public boolean isVisibleOutside(Symbol member) {
		for (Symbol at = member; at != null; at = at.owner) {
			if (at instanceof ClassSymbol && (at.isAnonymous() || at.owner instanceof MethodSymbol)) {
				return false;
			}
			if ((at.flags() & Flags.PRIVATE) != 0) {
				return false;
			}
			if (at.owner instanceof Symbol.PackageSymbol) {
				return true;
			}
		}
		return true;
	}

	/** Whether others call the method, by its name or through a type it implements. */
	public boolean isCalledFromOutside(MethodSymbol method) {
		return isVisibleOutside(method)
				|| ASTHelpers.streamSuperMethods(method, this.types).anyMatch((overridden) -> !contains(overridden));
	}

	private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

		@Override
		public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
			ClassSymbol symbol = ASTHelpers.getSymbol(tree);
			if (symbol != null) {
				Declarations.this.classes.add(symbol);
				Declarations.this.classTrees.put(tree, getCurrentPath());
			}
			return super.visitClass(tree, null);
		}

		@Override
		public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
			MethodSymbol symbol = ASTHelpers.getSymbol(tree);
			if (symbol != null) {
				Declarations.this.methods.put(symbol, getCurrentPath());
			}
			return super.visitMethod(tree, null);
		}

		@Override
		public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
			VarSymbol symbol = ASTHelpers.getSymbol(tree);
			if (symbol != null) {
				Declarations.this.variables.put(symbol, getCurrentPath());
			}
			return super.visitVariable(tree, null);
		}

	}

}
