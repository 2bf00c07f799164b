package io.timerscope.errorprone.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.trace.Reach;
import io.timerscope.errorprone.unit.LifecycleNames;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.Singletons;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Says whether a method runs more than once for one object, by who calls it in the file;
 * a name such as {@code start} counts only where the file shows nothing else.
 */
final class Repeats {

	private static final List<String> PAIRED = List.of("connect", "attach", "bind", "onopen", "onconnect", "login",
			"channelactive", "handleradded", "join", "listen", "added", "registered", "opened", "established", "mount",
			"watch", "follow", "track", "subscribe", "engage", "arm", "schedule", "resume", "serve", "submit",
			"execute", "add", "every");

	private static final List<String> EVENTS = List.of("added", "registered", "opened", "established", "connect",
			"connected", "attached", "joined", "login", "started");

	private static final List<String> LISTENING = List.of("on", "add", "register", "subscribe", "set", "when",
			"listen");

	private static final int DEPTH = 5;

	private final UnitModel unit;

	private final Reach reach;

	private final Singletons singletons;

	Repeats(UnitModel unit) {
		this.unit = unit;
		this.reach = new Reach(unit);
		this.singletons = new Singletons(unit.types());
	}

	/** Whether a second run may find the field as the first run left it. */
	boolean mayRepeat(MethodSymbol method, VarSymbol field) {
		if (runsOnce(method)) {
			return false;
		}
		if (isCalledAgain(method, field, new HashSet<>())) {
			return true;
		}
		return isOpen(method) && !isStart(method) && !takesACallback(method) && !method.getParameters().isEmpty()
				&& !this.singletons.isSingleton(method.enclClass())
				&& ASTHelpers.streamSuperMethods(method, this.unit.javac()).findAny().isEmpty();
	}

	/**
	 * A caller in the file that is no start itself, and does not look at the field first.
	 */
	private boolean isCalledAgain(MethodSymbol method, VarSymbol field, Set<MethodSymbol> seen) {
		if (!seen.add(method) || seen.size() > DEPTH) {
			return false;
		}
		for (TreePath call : this.unit.callsOf(method)) {
			MethodSymbol caller = Places.methodSymbol(call);
			if (caller == null || caller == method || isNamedBefore(call, field)
					|| Places.guards(call).stream().anyMatch((guard) -> names(guard, field))) {
				continue;
			}
			if (Places.isInLambda(call)) {
				if (isListener(call)) {
					return true;
				}
				continue;
			}
			boolean again = !runsOnce(caller) && !isStart(caller) && !isTheOnlyCaller(caller, method) && isOpen(caller);
			if (again || isCalledAgain(caller, field, seen)) {
				return true;
			}
		}
		return isListenedBy(method);
	}

	/** One open method that does nothing but begin is as good as the beginning itself. */
	private boolean isTheOnlyCaller(MethodSymbol caller, MethodSymbol method) {
		return !isOpen(method) && this.unit.callsOf(method).size() == 1 && isOverride(caller);
	}

	private boolean isOverride(MethodSymbol method) {
		return ASTHelpers.streamSuperMethods(method, this.unit.javac()).findAny().isPresent();
	}

	private boolean isOpen(MethodSymbol method) {
		return this.unit.declarations().isCalledFromOutside(method);
	}

	static boolean runsOnce(MethodSymbol method) {
		return method.isConstructor() || ASTHelpers.isStatic(method) || Singletons.isAnnotated(method,
				Set.of("PostConstruct", "Before", "BeforeEach", "BeforeAll", "Bean", "Test", "BeforeClass"));
	}

	private static boolean isStart(MethodSymbol method) {
		String name = method.getSimpleName().toString();
		String lower = name.toLowerCase(Locale.ROOT);
		return !isRepetition(lower) && (LifecycleNames.isStart(name) || PAIRED.stream().anyMatch(lower::startsWith)
				|| EVENTS.stream().anyMatch(lower::endsWith));
	}

	/** {@code reconnect}, {@code restart}, {@code resubscribe}. */
	private static boolean isRepetition(String lower) {
		String rest = lower.startsWith("re") ? lower.substring(2) : "";
		return LifecycleNames.isStart(rest) || PAIRED.stream().anyMatch(rest::startsWith);
	}

	/** {@code onIdle(Runnable)}: it is told once what to do. */
	private boolean takesACallback(MethodSymbol method) {
		return method.getSimpleName().toString().startsWith("on") && method.getParameters()
			.stream()
			.anyMatch((parameter) -> this.unit.javac().isFunctionalInterface(parameter.type.tsym));
	}

	/** {@code link.onReconnect(this::start)}. */
	private boolean isListenedBy(MethodSymbol method) {
		boolean[] found = new boolean[1];
		new TreePathScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
				found[0] |= ASTHelpers.getSymbol(tree) == method && isListener(getCurrentPath());
				return super.visitMemberReference(tree, null);
			}

		}.scan(new TreePath(this.unit.tree()), null);
		return found[0];
	}

	private static boolean isListener(TreePath place) {
		for (TreePath at = place; at.getParentPath() != null; at = at.getParentPath()) {
			Tree parent = at.getParentPath().getLeaf();
			if (parent instanceof MethodInvocationTree call && call.getArguments().contains(at.getLeaf())) {
				String name = ASTHelpers.getSymbol(call).getSimpleName().toString().toLowerCase(Locale.ROOT);
				return LISTENING.stream().anyMatch(name::startsWith) && !name.contains("start");
			}
			if (parent instanceof MethodTree) {
				return false;
			}
		}
		return false;
	}

	/** Whether code that runs before the place, in its method, names the field. */
	boolean isNamedBefore(TreePath place, VarSymbol field) {
		MethodTree method = Places.method(place);
		if (method == null || method.getBody() == null) {
			return false;
		}
		Tree statement = statementOf(place);
		long end = ASTHelpers.getStartPosition(statement);
		boolean[] found = new boolean[1];
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
				if (tree == place.getLeaf() || found[0]) {
					return null;
				}
				boolean before = tree != null && (ASTHelpers.getStartPosition(tree) < end || isInside(tree, statement));
				if (before && ASTHelpers.getSymbol(tree) == field && !(tree instanceof MethodTree)) {
					found[0] = true;
				}
				return super.scan(tree, null);
			}

			@Override
			public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
				return null;
			}

			@Override
			public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
				return null;
			}

			@Override
			public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
				boolean before = ASTHelpers.getStartPosition(call) < end || isInside(call, statement);
				if (before && call != place.getLeaf()
						&& Repeats.this.reach.leadsToName(ASTHelpers.getSymbol(call), field)) {
					found[0] = true;
				}
				return super.visitMethodInvocation(call, null);
			}

		}.scan(method.getBody(), null);
		return found[0];
	}

	private static boolean isInside(Tree tree, Tree statement) {
		return ASTHelpers.getStartPosition(tree) >= ASTHelpers.getStartPosition(statement)
				&& Reach.containsAny(statement, List.of(tree));
	}

	private static Tree statementOf(TreePath place) {
		for (Tree at : place) {
			if (at instanceof com.sun.source.tree.StatementTree) {
				return at;
			}
		}
		return place.getLeaf();
	}

	private static boolean names(Tree code, VarSymbol field) {
		return io.timerscope.errorprone.unit.Mentions.of(code).contains(field);
	}

}
