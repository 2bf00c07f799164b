package io.timerscope.autoconfigure;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import io.timerscope.finding.FindingLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UserSettingsTests {

	/** A limit that is left at its default would be a property without effect. */
	@Test
	void everyLimitOfTheFindingsIsTheUsers() {
		List<String> limits = Arrays.stream(FindingLimits.class.getDeclaredMethods())
			.filter((method) -> method.isDefault() && !method.isSynthetic())
			.map(UserSettingsTests::signature)
			.toList();
		assertThat(Arrays.stream(UserSettings.class.getDeclaredMethods()).map(UserSettingsTests::signature))
			.containsAll(limits)
			.isNotEmpty();
		assertThat(limits).contains("lateAfter[]");
	}

	private static String signature(Method method) {
		return method.getName() + Arrays.toString(method.getParameterTypes());
	}

}
