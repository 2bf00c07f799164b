package io.timerscope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SitePatternTests {

	private final Site refresh = new Site(new StackTraceElement("com.acme.cache.Warmup", "refresh", "Warmup.java", 7));

	private final Site nested = new Site(new StackTraceElement("com.acme.cache.Warmup$Slow", "run", "Warmup.java", 9));

	@ParameterizedTest
	@CsvSource({ "com.acme.cache.**, true, true", "com.acme.**, true, true", "com.acme.*, false, false",
			"com.acme.cache.*, true, true", "com.acme.cache.Warmup, true, true",
			"com.acme.cache.Warmup#refresh, true, false", "com.acme.cache.Warmup#re*, true, false",
			"com.acme.cache.Warm, false, false", "**.Warmup#refresh, true, false",
			"comXacme.cache.Warmup, false, false" })
	void aPatternMatchesPackageClassOrMethod(String pattern, boolean matchesRefresh, boolean matchesNested) {
		assertThat(SitePattern.of(pattern).matches(this.refresh)).isEqualTo(matchesRefresh);
		assertThat(SitePattern.of(pattern).matches(this.nested)).isEqualTo(matchesNested);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "com.acme Warmup", "com.acme.Warmup#", "#refresh", "a#b#c", "com/acme" })
	void whatIsNoPatternIsRefusedWithAnExample(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> SitePattern.of(pattern))
			.withMessageContaining("'" + pattern + "'")
			.withMessageContaining("com.acme.Warmup#refresh");
	}

	@Test
	void aPatternReadsAsItWasWritten() {
		assertThat(SitePattern.of(" com.acme.** ")).hasToString("com.acme.**");
	}

}
