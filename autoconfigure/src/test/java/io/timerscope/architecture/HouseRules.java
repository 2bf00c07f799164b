package io.timerscope.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What every class of the house keeps to, wherever it stands.
 */
enum HouseRules {

	AN_AUTO_CONFIGURATION_IS_PUBLIC_AND_FINAL(classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)),

	AN_AUTO_CONFIGURATION_HAS_NO_PUBLIC_METHOD(methods().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.notBePublic()),

	AN_AUTO_CONFIGURATION_HAS_NO_PUBLIC_FIELD(fields().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.notBePublic()),

	AN_AUTO_CONFIGURATION_HAS_NO_PUBLIC_CLASS_INSIDE(
			classes().that(insideAnAutoConfiguration()).should().notBePublic()),

	NOTHING_HAS_A_NAME_THAT_SAYS_NOTHING(noClasses().should()
		.haveSimpleNameEndingWith("Manager")
		.orShould()
		.haveSimpleNameEndingWith("Helper")
		.orShould()
		.haveSimpleNameEndingWith("Util")
		.orShould()
		.haveSimpleNameEndingWith("Utils")
		.orShould()
		.haveSimpleNameEndingWith("Impl")
		.orShould()
		.haveSimpleNameEndingWith("Info")
		.orShould()
		.haveSimpleNameEndingWith("Data")),

	NOTHING_HOOKS_INTO_ALL_OF_REACTOR(noClasses().should().callMethodWhere(changesReactor())),

	ONE_CLASS_DECORATES_THE_EXECUTORS_OF_REACTOR(noClasses().that()
		.haveSimpleNameNotEndingWith("ReactorHook")
		.should()
		.callMethodWhere(decoratesExecutorsOfReactor())),

	/** Changed classes of the JDK can reach nothing but statics of the agent. */
	NO_STATIC_FIELD_CHANGES(fields().that()
		.areStatic()
		.and(areWritten())
		.and()
		.areDeclaredInClassesThat()
		.resideOutsideOfPackage("io.timerscope.agent")
		.should()
		.beFinal());

	private static final String SCHEDULERS = "reactor.core.scheduler.Schedulers";

	private static final String DECORATOR = "ExecutorServiceDecorator";

	private final ArchRule rule;

	HouseRules(ArchRule rule) {
		this.rule = rule.allowEmptyShould(true);
	}

	ArchRule rule() {
		return this.rule;
	}

	private static DescribedPredicate<JavaClass> insideAnAutoConfiguration() {
		return DescribedPredicate.describe("are inside an auto-configuration",
				(type) -> type.getEnclosingClass()
					.filter((outer) -> outer.isAnnotatedWith(AutoConfiguration.class))
					.isPresent());
	}

	private static DescribedPredicate<JavaMethodCall> changesReactor() {
		return DescribedPredicate.describe("it changes how all of Reactor works", (call) -> {
			String owner = call.getTargetOwner().getName();
			return (owner.equals("reactor.core.publisher.Hooks") && !call.getName().startsWith("is"))
					|| (owner.equals(SCHEDULERS) && !call.getName().endsWith(DECORATOR));
		});
	}

	private static DescribedPredicate<JavaMethodCall> decoratesExecutorsOfReactor() {
		return DescribedPredicate.describe("it decorates what Reactor makes",
				(call) -> call.getTargetOwner().getName().equals(SCHEDULERS) && call.getName().endsWith(DECORATOR));
	}

	private static DescribedPredicate<HasModifiers> areWritten() {
		return DescribedPredicate.describe("are written by people",
				(field) -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
	}

}
