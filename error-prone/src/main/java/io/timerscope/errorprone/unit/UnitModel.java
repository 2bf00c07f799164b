package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.errorprone.VisitorState;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import org.jspecify.annotations.Nullable;

import javax.lang.model.element.ElementKind;

/**
 * What all checks know about one compilation unit.
 */
public final class UnitModel {

	private static final Set<String> VISIBLE_BY_ANNOTATION = Set.of("Getter", "Data", "Value");

	private final CompilationUnitTree tree;

	private final Types javac;

	private final SchedulerTypes types;

	private final Declarations declarations;

	private final Facts facts;

	private final Origins origins;

	private final Map<Object, Group> groups = new HashMap<>();

	private final Type runtimeException;

	private final Set<Symbol.ClassSymbol> confined;

	public UnitModel(CompilationUnitTree tree, VisitorState state) {
		this.tree = tree;
		this.javac = state.getTypes();
		this.types = new SchedulerTypes(state);
		this.declarations = new Declarations(tree, state.getTypes());
		this.facts = new Facts();
		this.runtimeException = state.getSymtab().runtimeExceptionType;
		Factories factories = new Factories(tree, this.declarations, new Recognizer(this.types));
		this.origins = new Origins(this.declarations, this.types, factories);
		this.confined = Confined.in(tree, this.declarations, this.types);
		new FlowScanner(this.javac, this.types, this.declarations, this.facts, this.origins, factories).scan(tree,
				null);
		collectGroups();
	}

	public Types javac() {
		return this.javac;
	}

	/** What code of others may throw. */
	public Type runtimeException() {
		return this.runtimeException;
	}

	public CompilationUnitTree tree() {
		return this.tree;
	}

	public SchedulerTypes types() {
		return this.types;
	}

	public Declarations declarations() {
		return this.declarations;
	}

	public List<Creation> creations() {
		return this.facts.creations();
	}

	public List<Schedule> schedules() {
		return this.facts.schedules();
	}

	public List<TreePath> delays() {
		return this.facts.delays();
	}

	public List<TreePath> callsOf(MethodSymbol method) {
		return this.facts.calls().getOrDefault(method, List.of());
	}

	public List<TreePath> readsOf(VarSymbol variable) {
		return this.facts.reads().getOrDefault(variable, List.of());
	}

	public List<TreePath> writesOf(VarSymbol variable) {
		return this.facts.writes().getOrDefault(variable, List.of());
	}

	/** The group of an expression that has one origin, or of any of several. */
	public Group group(@Nullable Tree expression) {
		List<Object> nodes = (expression != null) ? this.origins.of(expression) : List.of();
		return nodes.isEmpty() ? new Group(List.of(), List.of(), false) : groupOf(nodes.get(0));
	}

	/** The groups of everything an expression may stand for. */
	public List<Group> groups(@Nullable Tree expression) {
		return (expression != null)
				? this.facts.groups().rootsOf(this.origins.of(expression)).stream().map(this::groupOf).toList()
				: List.of();
	}

	public Group groupOf(Object node) {
		Group group = this.groups.get(this.facts.groups().rootOf(node));
		return (group != null) ? group : new Group(List.of(node), List.of(), false);
	}

	/** Whether the place is in a class of which {@code main} makes the only object. */
	public boolean isMadeInMain(Symbol type) {
		return this.facts.madeInMain().contains(type);
	}

	private void collectGroups() {
		JvmExits exits = new JvmExits(this.facts);
		this.facts.ends().forEach((end) -> end.nodes().forEach(this.facts.groups()::rootOf));
		this.facts.creations().forEach((creation) -> this.facts.groups().rootOf(creation.tree()));
		this.facts.schedules().forEach((schedule) -> this.facts.groups().rootOf(schedule.call()));
		Map<Object, List<Effect>> ends = new HashMap<>();
		for (Effect end : this.facts.ends()) {
			this.facts.groups()
				.rootsOf(end.nodes())
				.forEach((root) -> ends.computeIfAbsent(root, (key) -> new ArrayList<>()).add(end));
		}
		Set<Object> escaped = this.facts.groups().rootsOf(this.facts.escapes());
		this.facts.groups().members().forEach((root, members) -> {
			List<Effect> own = new ArrayList<>(exits.inTime(members, ends.getOrDefault(root, List.of()), this.types));
			members.forEach((member) -> addEndByItself(member, own));
			boolean escapes = escaped.contains(root) || members.stream().anyMatch(this::isSeenOutside);
			this.groups.put(root, new Group(members, own, escapes));
		});
	}

	private void addEndByItself(Object member, List<Effect> ends) {
		if (member instanceof NewClassTree creation) {
			Symbol type = (creation.getClassBody() != null) ? ASTHelpers.getSymbol(creation.getClassBody())
					: ASTHelpers.getSymbol(creation.getIdentifier());
			if (this.facts.selfEnding().contains(type)) {
				ends.add(new Effect(List.of(member), new TreePath(this.tree), "cancel"));
			}
		}
	}

	private boolean isSeenOutside(Object member) {
		if (member instanceof Symbol symbol && this.confined.contains(symbol.owner)) {
			return false;
		}
		if (member instanceof MethodSymbol method) {
			return !method.isConstructor() && this.declarations.isCalledFromOutside(method);
		}
		if (member instanceof VarSymbol variable && variable.getKind() == ElementKind.FIELD) {
			return !this.declarations.contains(variable) || this.declarations.isVisibleOutside(variable)
					|| hasGeneratedGetter(variable) || this.types.endsWhatFallsOut(variable.type);
		}
		return false;
	}

	/** Whether other code gets hold of the value only where it can see a field of it. */
	public boolean escapesByFieldOnly(Group group) {
		Object root = this.facts.groups().rootOf(group.members().get(0));
		return group.escapes() && !this.facts.groups().rootsOf(this.facts.escapes()).contains(root)
				&& group.symbols().noneMatch((member) -> !(member instanceof VarSymbol) && isSeenOutside(member))
				&& group.fields()
					.noneMatch((field) -> hasGeneratedGetter(field) || this.types.endsWhatFallsOut(field.type));
	}

	private static boolean hasGeneratedGetter(VarSymbol field) {
		return java.util.stream.Stream.of(field, field.enclClass())
			.flatMap((symbol) -> symbol.getRawAttributes().stream())
			.anyMatch((annotation) -> VISIBLE_BY_ANNOTATION.contains(annotation.type.tsym.getSimpleName().toString()));
	}

	/**
	 * Whether the value is the caller's: a parameter, or fetched from code outside the
	 * unit.
	 */
	public boolean mayComeFromOutside(Group group) {
		return group.parameters().anyMatch(this::isFilledFromOutside) || group.expressions().anyMatch(this::isFetched)
				|| group.fields().anyMatch((field) -> !this.declarations.contains(field));
	}

	private boolean isFilledFromOutside(VarSymbol parameter) {
		return parameter.owner instanceof MethodSymbol method && Places.isParameterOf(parameter, method)
				&& (method.isConstructor() ? this.declarations.isVisibleOutside(method)
						: this.declarations.isCalledFromOutside(method));
	}

	private boolean isFetched(Tree expression) {
		return expression instanceof MethodInvocationTree
				&& this.facts.creations().stream().noneMatch((creation) -> creation.tree() == expression)
				&& this.facts.schedules().stream().noneMatch((schedule) -> schedule.call() == expression);
	}

	/** Whether a method that ends the object's life changes the flag. */
	public boolean isRaisedAtTheEnd(VarSymbol flag) {
		return java.util.stream.Stream.concat(writesOf(flag).stream(), readsOf(flag).stream().filter(Places::isSetOn))
			.map(Places::methodSymbol)
			.anyMatch((method) -> method != null && LifecycleNames.isEndOfLife(method.getSimpleName().toString()));
	}

	/** Whether {@code method} is called on the value somewhere. */
	public boolean isMaintained(Group group, String method) {
		return this.facts.upkeep()
			.stream()
			.filter((effect) -> effect.method().equals(method))
			.anyMatch((effect) -> effect.nodes().stream().anyMatch(group.members()::contains));
	}

	public List<Creation> creationsIn(Group group) {
		return this.facts.creations().stream().filter((creation) -> group.members().contains(creation.tree())).toList();
	}

	public List<Schedule> schedulesIn(Group group) {
		return this.facts.schedules().stream().filter((schedule) -> group.members().contains(schedule.call())).toList();
	}

}
