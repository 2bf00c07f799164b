package io.timerscope.spring.held;

import java.util.List;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationClassesTests {

	@Test
	void theModulesOfAnApplicationShareTheFirstTwoPartsOfTheirPackages() {
		assertThat(libraryOf(Test.class, "org.junit.shop.orders")).isNull();
		assertThat(libraryOf(Assertions.class, "org.junit.shop.orders")).isEqualTo("assertj-core");
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.junit.examples.webapp", "org.junit.jupiter.sample", "org.junit.demo.orders.web" })
	void anExampleOfALibraryDoesNotOwnTheLibrary(String application) {
		assertThat(libraryOf(Test.class, application)).isEqualTo("junit-jupiter-api");
	}

	@Test
	void aNameThatOnlyBeginsLikeAnExampleIsNone() {
		assertThat(libraryOf(Test.class, "org.junit.demolition")).isNull();
		assertThat(libraryOf(Test.class, "org.demo")).isEqualTo("junit-jupiter-api");
	}

	private static @Nullable String libraryOf(Class<?> type, String application) {
		return new ApplicationClasses(List.of(application), List.of()).library(type);
	}

}
