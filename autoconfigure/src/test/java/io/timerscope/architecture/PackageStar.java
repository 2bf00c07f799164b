package io.timerscope.architecture;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The shape of the packages: the idea in the middle, one integration beside the other,
 * and the wiring that alone sees them all. A package that is neither the wiring nor part
 * of the core counts as an integration, together with the packages below it, its rooms.
 *
 * @param base the package in the middle
 */
record PackageStar(String base) {

	/** Seen by the core alone. */
	private static final List<String> INSIDE_THE_CORE = List.of("clock", "leak", "origin", "record", "survey");

	/** Seen by every integration too. */
	private static final List<String> DOORS_OF_THE_CORE = List.of("finding", "guard", "handmade", "jfr", "ledger",
			"outside", "pool", "recent", "scope", "snapshot", "threads");

	private static final List<String> AROUND_THE_IDEA = Stream
		.concat(INSIDE_THE_CORE.stream(), DOORS_OF_THE_CORE.stream())
		.toList();

	ArchRule integrationsDoNotSeeEachOther() {
		String[] core = Stream.concat(Stream.of(this.base), AROUND_THE_IDEA.stream().map(this::below))
			.toArray(String[]::new);
		return slices().matching(below("(*)"))
			.should()
			.notDependOnEachOther()
			.ignoreDependency(resideInAPackage(wiring()), DescribedPredicate.alwaysTrue())
			.ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(core))
			.ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(wiring()))
			.allowEmptyShould(true)
			.because("an integration knows the core and never a sibling");
	}

	ArchRule nobodySeesTheWiring() {
		return noClasses().that()
			.resideInAPackage(this.base + "..")
			.and()
			.resideOutsideOfPackage(wiring())
			.should()
			.dependOnClassesThat()
			.resideInAPackage(wiring())
			.allowEmptyShould(true)
			.because("auto-configuration sees every package and is seen by none");
	}

	ArchRule packagesHaveNoCircle() {
		return slices().assignedFrom(byPackage())
			.should()
			.beFreeOfCycles()
			.allowEmptyShould(true)
			.because("what depends on each other cannot be learned one at a time");
	}

	ArchRule theIdeaStandsAlone() {
		return noClasses().that()
			.resideInAPackage(this.base)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(Stream.concat(AROUND_THE_IDEA.stream(), Stream.of("spring"))
				.map(this::below)
				.toArray(String[]::new))
			.allowEmptyShould(true)
			.because("the ledger knows nothing of those who read it");
	}

	ArchRule onlyTheCoreSeesItsInside() {
		return noClasses().that()
			.resideOutsideOfPackages(Stream.concat(Stream.of(this.base), AROUND_THE_IDEA.stream().map(this::below))
				.toArray(String[]::new))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(INSIDE_THE_CORE.stream().map(this::below).toArray(String[]::new))
			.allowEmptyShould(true)
			.because("records, witnesses and walks change; the doors stay");
	}

	private SliceAssignment byPackage() {
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				String name = type.getPackageName();
				boolean below = name.equals(PackageStar.this.base) || name.startsWith(PackageStar.this.base + ".");
				return below ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "packages";
			}

		};
	}

	private String wiring() {
		return below("autoconfigure");
	}

	private String below(String name) {
		return this.base + "." + name + "..";
	}

}
