package io.timerscope.architecture;

import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.timerscope.origin.OurPackages;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackageStarTests {

	private static final JavaClasses CROOKED = new ClassFileImporter()
		.importPackages(PackageStarTests.class.getPackageName() + ".crooked");

	private final PackageStar star = new PackageStar("io.timerscope");

	private final PackageStar crookedStar = new PackageStar(PackageStarTests.class.getPackageName() + ".crooked");

	@Test
	void theHouseIsLookedAtFromTheCoreToTheWiring() {
		assertThat(OurClasses.ALL.containPackage("io.timerscope")).isTrue();
		assertThat(OurClasses.ALL.containPackage("io.timerscope.autoconfigure")).isTrue();
		assertThat(OurClasses.ALL.containPackage("io.timerscope.spring.schedule")).isTrue();
		assertThat(OurClasses.ALL.contain(PackageStarTests.class)).isFalse();
	}

	@Test
	void integrationsDoNotSeeEachOther() {
		this.star.integrationsDoNotSeeEachOther().check(OurClasses.ALL);
	}

	@Test
	void nobodySeesTheWiring() {
		this.star.nobodySeesTheWiring().check(OurClasses.ALL);
	}

	@Test
	void packagesHaveNoCircle() {
		this.star.packagesHaveNoCircle().check(OurClasses.ALL);
	}

	@Test
	void onlyTheCoreSeesItsInside() {
		this.star.onlyTheCoreSeesItsInside().check(OurClasses.ALL);
	}

	@Test
	void everyPackageIsKnownAsOurOwn() {
		Set<String> packages = OurClasses.ALL.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
		Set<String> known = OurPackages.names()
			.stream()
			.filter((name) -> !name.startsWith("io.timerscope.junit"))
			.collect(Collectors.toSet());
		assertThat(known).isEqualTo(packages);
	}

	@Test
	void theIdeaStandsAlone() {
		this.star.theIdeaStandsAlone().check(OurClasses.ALL);
	}

	@Test
	void anIntegrationThatSeesItsSiblingIsFound() {
		assertThatRule(this.crookedStar.integrationsDoNotSeeEachOther()).contains("WebSeesSibling")
			.doesNotContain("MetricsSeesFindings")
			.doesNotContain("WiringSeesAll");
	}

	@Test
	void anIntegrationThatSeesTheWiringIsFound() {
		assertThatRule(this.crookedStar.nobodySeesTheWiring()).contains("SiblingSeesWiring");
	}

	@Test
	void aCircleOfPackagesIsFound() {
		assertThatRule(this.crookedStar.packagesHaveNoCircle()).contains("HallSeesRoom", "RoomSeesHall")
			.doesNotContain("MetricsSeesFindings");
	}

	@Test
	void anIntegrationThatSeesRecordsIsFound() {
		assertThatRule(this.crookedStar.onlyTheCoreSeesItsInside()).contains("MetricsSeesRecords")
			.doesNotContain("MetricsSeesFindings");
	}

	@Test
	void anIdeaThatSeesItsFindingsIsFound() {
		assertThatRule(this.crookedStar.theIdeaStandsAlone()).contains("IdeaSeesFindings");
	}

	private static AbstractStringAssert<?> assertThatRule(ArchRule rule) {
		return assertThat(rule.evaluate(CROOKED).getFailureReport().toString());
	}

}
