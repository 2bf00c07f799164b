package io.timerscope.errorprone.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

import io.timerscope.errorprone.unit.Effect;
import io.timerscope.errorprone.unit.Group;
import io.timerscope.errorprone.unit.Mentions;
import io.timerscope.errorprone.unit.Places;
import io.timerscope.errorprone.unit.UnitModel;

/**
 * Fields, map entries and references that keep one value at a time: whoever stores the
 * next one has to end the one before.
 */
final class Slots {

	private static final Set<String> STORES = Set.of("put", "set", "lazySet", "setPlain", "setRelease", "replace",
			"getAndSet");

	/** Whoever adds an entry is expected to remove it first. */
	private static final Set<String> ONCE_FOR_EACH_KEY = Set.of("schedule", "add", "register", "start", "create",
			"execute", "submit", "open", "spawn", "begin", "enter", "insert", "enqueue", "run", "launch", "track",
			"follow", "watch", "subscribe", "join", "connect", "attach", "init", "new", "send", "call", "request");

	private final UnitModel unit;

	private final Repeats repeats;

	Slots(UnitModel unit) {
		this.unit = unit;
		this.repeats = new Repeats(unit);
	}

	/**
	 * One place that stores a value and gives up the one before.
	 *
	 * @param field what keeps the value
	 * @param path the assignment's variable, or the container that is called
	 * @param key what the container finds the value by, null for a field or reference
	 */
	record Store(VarSymbol field, TreePath path, @Nullable ExpressionTree key) {
	}

	/** The first place that replaces a live value of the group without looking at it. */
	Optional<Store> replaced(Group group) {
		return group.fields()
			.flatMap(this::stores)
			.filter((store) -> !isLookedAt(store) && !isGuarded(store) && mayComeTwice(store))
			.filter((store) -> group.ends().stream().noneMatch((end) -> isEndedBelow(store, end)))
			.findFirst();
	}

	/**
	 * A store for a key that is known to have an entry, beside one that cares for what it
	 * replaces.
	 */
	Optional<Store> replacedUnlikeElsewhere(Group group) {
		return group.fields()
			.filter((field) -> !group.escapes() && this.unit.types().isAny(field.type, "java.util.Map"))
			.flatMap((field) -> stores(field).filter((store) -> store.key() != null && isKnownToBeThere(store))
				.filter((store) -> this.unit.readsOf(field).stream().anyMatch(this::caresForTheOld)))
			.findFirst();
	}

	/** {@code if (map.containsKey(key)) map.put(key, next);}. */
	private static boolean isKnownToBeThere(Store store) {
		return Places.conditions(store.path())
			.stream()
			.map(Slots::withoutParentheses)
			.anyMatch((condition) -> condition instanceof MethodInvocationTree call
					&& ASTHelpers.getSymbol(call).getSimpleName().contentEquals("containsKey")
					&& ASTHelpers.getSymbol(ASTHelpers.getReceiver(call)) == store.field());
	}

	private static Tree withoutParentheses(Tree tree) {
		return (tree instanceof com.sun.source.tree.ParenthesizedTree inner) ? withoutParentheses(inner.getExpression())
				: tree;
	}

	private boolean caresForTheOld(TreePath use) {
		TreePath select = use.getParentPath();
		return select.getLeaf() instanceof MemberSelectTree member && member.getIdentifier().contentEquals("put")
				&& select.getParentPath().getLeaf() instanceof MethodInvocationTree
				&& !Places.isDropped(select.getParentPath(), this.unit.javac());
	}

	private Stream<Store> stores(VarSymbol field) {
		if (this.unit.types().isContainer(field.type)) {
			return this.unit.readsOf(field).stream().map((use) -> storeInto(field, use)).flatMap(Optional::stream);
		}
		if ((field.flags() & Flags.FINAL) != 0) {
			return Stream.empty();
		}
		return this.unit.writesOf(field)
			.stream()
			.filter(this::keepsSomething)
			.map((use) -> new Store(field, use, null));
	}

	private Optional<Store> storeInto(VarSymbol field, TreePath use) {
		TreePath select = use.getParentPath();
		if (!(select.getLeaf() instanceof MemberSelectTree member)
				|| !STORES.contains(member.getIdentifier().toString())
				|| !(select.getParentPath().getLeaf() instanceof MethodInvocationTree call)
				|| !Places.isDropped(select.getParentPath(), this.unit.javac()) || !this.unit.types()
					.isAny(field.type, "java.util.Map", "java.util.concurrent.atomic.AtomicReference")) {
			return Optional.empty();
		}
		List<? extends ExpressionTree> arguments = call.getArguments();
		ExpressionTree last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
		if (last == null || last.getKind() == Tree.Kind.NULL_LITERAL || isOfTheCaller(last, use)) {
			return Optional.empty();
		}
		return Optional.of(new Store(field, use, (arguments.size() > 1) ? arguments.get(0) : null));
	}

	private boolean keepsSomething(TreePath write) {
		return write.getParentPath().getLeaf() instanceof AssignmentTree assignment
				&& assignment.getExpression().getKind() != Tree.Kind.NULL_LITERAL
				&& !(assignment.getVariable() instanceof MemberSelectTree select && !isThis(select.getExpression()))
				&& !isOfTheCaller(assignment.getExpression(), write);
	}

	/** A setter gets the value from elsewhere, and with it nothing to end. */
	private boolean isOfTheCaller(ExpressionTree value, TreePath store) {
		MethodSymbol method = Places.methodSymbol(store);
		return method != null && ASTHelpers.getSymbol(value) instanceof VarSymbol parameter
				&& method.getParameters().contains(parameter) && this.unit.callsOf(method).isEmpty();
	}

	/** An object made in the same method has no value before. */
	private static boolean isThis(ExpressionTree object) {
		return object.toString().equals("this") || object.toString().endsWith(".this");
	}

	/** The method that stores the value ends it as well. */
	private static boolean isEndedBelow(Store store, Effect end) {
		return Places.isSameMethod(store.path(), end.path()) && !Places.isInLambda(end.path()) && ASTHelpers
			.getStartPosition(store.path().getLeaf()) < ASTHelpers.getStartPosition(end.path().getLeaf());
	}

	private boolean isLookedAt(Store store) {
		return this.repeats.isNamedBefore(store.path(), store.field());
	}

	private boolean isGuarded(Store store) {
		return Places.guards(store.path()).stream().anyMatch((condition) -> asksMore(condition, store));
	}

	/** Whether the condition depends on more than what the caller passed. */
	private boolean asksMore(ExpressionTree condition, Store store) {
		return Mentions.of(condition)
			.stream()
			.anyMatch((symbol) -> symbol == store.field() || isState(symbol)
					|| (symbol instanceof MethodSymbol method && !isAskedOfParameter(condition, method, store)));
	}

	private static boolean isState(Symbol symbol) {
		return symbol instanceof VarSymbol && symbol.owner instanceof Symbol.ClassSymbol
				&& !ASTHelpers.isStatic(symbol);
	}

	private static boolean isAskedOfParameter(ExpressionTree condition, MethodSymbol asked, Store store) {
		MethodSymbol method = Places.methodSymbol(store.path());
		return method != null && asked.getParameters().isEmpty()
				&& Mentions.of(condition)
					.stream()
					.filter(VarSymbol.class::isInstance)
					.anyMatch((symbol) -> method.getParameters().contains(symbol));
	}

	private boolean mayComeTwice(Store store) {
		MethodSymbol method = Places.methodSymbol(store.path());
		if (method == null || Places.isInLambda(store.path())) {
			return false;
		}
		return (store.key() != null) ? mayMeetAgain(store.key(), method)
				: this.repeats.mayRepeat(method, store.field());
	}

	/** A key of the caller's may have an entry already; one made here has none. */
	private boolean mayMeetAgain(ExpressionTree key, MethodSymbol method) {
		String name = method.getSimpleName().toString().toLowerCase(Locale.ROOT);
		if (method.isConstructor() || ONCE_FOR_EACH_KEY.stream().anyMatch(name::startsWith)) {
			return false;
		}
		List<Symbol> named = new ArrayList<>(Mentions.of(key));
		return named.stream().anyMatch((symbol) -> isPassed(symbol, method));
	}

	private boolean isPassed(Symbol symbol, MethodSymbol method) {
		if (!(symbol instanceof VarSymbol variable)) {
			return false;
		}
		if (method.getParameters().contains(variable)) {
			return this.unit.callsOf(method).stream().noneMatch(Slots::passesNewObject);
		}
		TreePath path = this.unit.declarations().find(variable);
		return path != null && path.getLeaf() instanceof com.sun.source.tree.VariableTree local
				&& local.getInitializer() != null && !(local.getInitializer() instanceof NewClassTree)
				&& Mentions.of(local.getInitializer())
					.stream()
					.anyMatch((next) -> next instanceof VarSymbol && method.getParameters().contains(next));
	}

	private static boolean passesNewObject(TreePath call) {
		return call.getLeaf() instanceof MethodInvocationTree invocation
				&& invocation.getArguments().stream().anyMatch(NewClassTree.class::isInstance);
	}

}
