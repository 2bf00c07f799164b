package io.timerscope.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class HouseRulesTests {

	private static final JavaClasses CROOKED = new ClassFileImporter()
		.importPackages(HouseRulesTests.class.getPackageName() + ".crooked");

	@ParameterizedTest
	@EnumSource
	void theHouseKeepsTheRule(HouseRules rules) {
		rules.rule().check(OurClasses.ALL);
	}

	@ParameterizedTest
	@EnumSource
	void theRuleCanBeBroken(HouseRules rules) {
		assertThat(rules.rule().evaluate(CROOKED).getFailureReport().getDetails()).isNotEmpty()
			.allSatisfy((detail) -> assertThat(detail).contains("WiringSeesAll"));
	}

}
