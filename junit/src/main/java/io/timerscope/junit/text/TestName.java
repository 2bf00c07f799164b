package io.timerscope.junit.text;

import java.lang.reflect.Method;

import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test is called in messages: {@code CartTests.Checkout.pays() [2] …}. */
public final class TestName {

	private TestName() {
	}

	public static String of(ExtensionContext context) {
		String type = context.getTestClass().map(TestName::of).orElse("");
		return context.getTestMethod().map((method) -> type + "." + of(method, context.getDisplayName())).orElse(type);
	}

	private static String of(Class<?> type) {
		String name = type.getName().substring(type.getPackageName().length());
		return name.replaceFirst("^\\.", "").replace('$', '.');
	}

	private static String of(Method method, String displayName) {
		boolean plain = displayName.startsWith(method.getName() + "(");
		return method.getName() + "()" + (plain ? "" : " " + displayName);
	}

}
