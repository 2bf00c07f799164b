package io.timerscope.errorprone.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;

import io.timerscope.errorprone.unit.UnitModel;

/**
 * Finds methods that Spring schedules once more for each object of a bean that it makes
 * anew for each use, request or session.
 */
public final class ScheduledMethods {

	private static final String SCHEDULED = "org.springframework.scheduling.annotation.Scheduled";

	private static final Set<String> REPEATED = Set.of("prototype", "request", "session", "websocket");

	private final UnitModel unit;

	public ScheduledMethods(UnitModel unit) {
		this.unit = unit;
	}

	/**
	 * One annotation on a method of such a bean.
	 *
	 * @param path the annotation
	 * @param scope the bean's scope
	 */
	public record Repeated(TreePath path, String scope) {
	}

	public List<Repeated> repeated() {
		List<Repeated> found = new ArrayList<>();
		Map<ClassSymbol, String> scopes = scopesOfBeanMethods();
		this.unit.declarations().methods().forEach((method, path) -> {
			if (method.owner instanceof ClassSymbol type) {
				String scope = scopeOf(type).orElse(scopes.get(type));
				if (scope != null) {
					scheduled(path).ifPresent((annotation) -> found.add(new Repeated(annotation, scope)));
				}
			}
		});
		return found;
	}

	/** {@code @Bean @Scope("prototype") Reader reader()}. */
	private Map<ClassSymbol, String> scopesOfBeanMethods() {
		Map<ClassSymbol, String> scopes = new HashMap<>();
		for (MethodSymbol method : this.unit.declarations().methods().keySet()) {
			if (method.getReturnType().tsym instanceof ClassSymbol made && this.unit.declarations().contains(made)) {
				scopeOf(method).ifPresent((scope) -> scopes.put(made, scope));
			}
		}
		return scopes;
	}

	private static Optional<String> scopeOf(Symbol bean) {
		for (Attribute.Compound annotation : bean.getRawAttributes()) {
			String name = annotation.type.tsym.getQualifiedName().toString();
			if (name.equals("org.springframework.web.context.annotation.RequestScope")) {
				return Optional.of("request");
			}
			if (name.equals("org.springframework.web.context.annotation.SessionScope")) {
				return Optional.of("session");
			}
			if (name.equals("org.springframework.context.annotation.Scope")) {
				return annotation.getElementValues()
					.values()
					.stream()
					.map((value) -> String.valueOf(value.getValue()))
					.filter(REPEATED::contains)
					.findFirst();
			}
		}
		return Optional.empty();
	}

	private Optional<TreePath> scheduled(TreePath method) {
		for (Tree annotation : ((MethodTree) method.getLeaf()).getModifiers().getAnnotations()) {
			if (annotation instanceof AnnotationTree tree
					&& this.unit.types().isAny(ASTHelpers.getType(tree), SCHEDULED)
					&& method.getParentPath().getLeaf() instanceof ClassTree) {
				return Optional.of(new TreePath(method, tree));
			}
		}
		return Optional.empty();
	}

}
