package io.timerscope.errorprone.unit;

import java.util.Collection;
import java.util.Set;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;

import javax.lang.model.element.ElementKind;

/**
 * Knows the classes of which there is one object for the life of the application: made by
 * a container, or kept by the class itself.
 */
public final class Singletons {

	private static final Set<String> STEREOTYPES = Set.of("Component", "Singleton", "ApplicationScoped", "Startup",
			"ManagedBean", "SpringBootApplication", "Named", "AutoConfiguration", "ControllerAdvice", "Verticle");

	private static final Set<String> SPRING_STEREOTYPES = Set.of("Service", "Repository", "Controller",
			"RestController", "Configuration");

	private static final Set<String> SCOPES = Set.of("Scope", "RequestScoped", "SessionScoped", "ConversationScoped",
			"ViewScoped", "Dependent", "RequestScope", "SessionScope", "Stateful", "RefreshScope", "StepScope",
			"JobScope");

	private static final Set<String> BEAN_CALLBACKS = Set.of("org.springframework.beans.factory.InitializingBean",
			"org.springframework.beans.factory.SmartInitializingSingleton",
			"org.springframework.boot.ApplicationRunner", "org.springframework.boot.CommandLineRunner",
			"org.springframework.beans.factory.config.BeanPostProcessor",
			"org.springframework.context.ApplicationContextInitializer",
			"org.springframework.scheduling.annotation.SchedulingConfigurer",
			"org.springframework.context.ApplicationListener");

	private final SchedulerTypes types;

	public Singletons(SchedulerTypes types) {
		this.types = types;
	}

	/** Whether the innermost class, or one around it, has one object only. */
	public boolean isInside(TreePath path) {
		return Places.classes(path).stream().anyMatch(this::isSingleton);
	}

	public boolean isSingleton(ClassSymbol type) {
		return isMadeByContainer(type) || keepsItself(type);
	}

	public boolean isMadeByContainer(ClassSymbol type) {
		if (isAnnotated(type, SCOPES)) {
			return false;
		}
		return isAnnotated(type, STEREOTYPES) || isAnnotated(type, SPRING_STEREOTYPES) || hasStereotypeOfItsOwn(type)
				|| this.types.isAny(type.type, BEAN_CALLBACKS.toArray(String[]::new)) || hasInitCallback(type);
	}

	/** An enum, or a class with a static field of its own type that it alone fills. */
	public boolean keepsItself(ClassSymbol type) {
		if (type.getKind() == ElementKind.ENUM) {
			return true;
		}
		boolean closed = true;
		boolean kept = false;
		for (Symbol member : type.members().getSymbols()) {
			if (member.isConstructor()) {
				closed &= (member.flags() & Flags.PRIVATE) != 0;
			}
			kept |= member instanceof VarSymbol && ASTHelpers.isStatic(member) && member.type.tsym == type;
		}
		return closed && (kept || isKeptByHolder(type));
	}

	private static boolean isKeptByHolder(ClassSymbol type) {
		for (Symbol nested : type.members().getSymbols((member) -> member instanceof ClassSymbol)) {
			for (Symbol field : nested.members().getSymbols((member) -> member instanceof VarSymbol)) {
				if (ASTHelpers.isStatic(field) && field.type.tsym == type) {
					return true;
				}
			}
		}
		return false;
	}

	/** A method that the container calls once the object is complete. */
	private static boolean hasInitCallback(ClassSymbol type) {
		for (Symbol member : type.members().getSymbols((it) -> it instanceof MethodSymbol)) {
			if (isAnnotated(member, Set.of("PostConstruct"))) {
				return true;
			}
		}
		return false;
	}

	private static boolean hasStereotypeOfItsOwn(ClassSymbol type) {
		for (Attribute.Compound annotation : type.getRawAttributes()) {
			Symbol meta = annotation.type.tsym;
			if (isAnnotated(meta, Set.of("Component", "Service", "Configuration", "Singleton"))) {
				return true;
			}
		}
		return false;
	}

	public static boolean isAnnotated(Symbol symbol, Collection<String> simpleNames) {
		return symbol.getRawAttributes()
			.stream()
			.anyMatch((annotation) -> simpleNames.contains(annotation.type.tsym.getSimpleName().toString()));
	}

}
