package io.timerscope.errorprone.unit;

import java.util.LinkedHashSet;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * The symbols that a piece of code names.
 */
public final class Mentions extends TreeScanner<@Nullable Void, Set<Symbol>> {

	private Mentions() {
	}

	public static Set<Symbol> of(Tree tree) {
		Set<Symbol> symbols = new LinkedHashSet<>();
		new Mentions().scan(tree, symbols);
		return symbols;
	}

	@Override
	public @Nullable Void visitIdentifier(IdentifierTree tree, Set<Symbol> symbols) {
		add(tree, symbols);
		return null;
	}

	@Override
	public @Nullable Void visitMemberSelect(MemberSelectTree tree, Set<Symbol> symbols) {
		add(tree, symbols);
		return super.visitMemberSelect(tree, symbols);
	}

	@Override
	public @Nullable Void visitMemberReference(MemberReferenceTree tree, Set<Symbol> symbols) {
		add(tree, symbols);
		return super.visitMemberReference(tree, symbols);
	}

	private static void add(Tree tree, Set<Symbol> symbols) {
		Symbol symbol = ASTHelpers.getSymbol(tree);
		if (symbol != null) {
			symbols.add(symbol);
		}
	}

}
