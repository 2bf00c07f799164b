package io.timerscope.origin;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What compilers make of the name of a method with a lambda in it. */
class EnclosingMethodTests {

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders, place, com.acme.Orders, place",
			"com.acme.Orders, lambda$place$0, com.acme.Orders, place",
			"com.acme.Orders, lambda$new$3, com.acme.Orders, <init>",
			"com.acme.Orders, lambda$static$0, com.acme.Orders, <clinit>",
			"com.acme.Orders, place$lambda$0, com.acme.Orders, place",
			"com.acme.Orders$place$1, invoke, com.acme.Orders, place",
			"com.acme.Orders$place$1, invokeSuspend, com.acme.Orders, place",
			"com.acme.Orders$place$1$job$2, invokeSuspend, com.acme.Orders, place",
			"com.acme.OrdersKt$place$2, invokeSuspend, com.acme.OrdersKt, place",
			"com.acme.Orders$_place_closure1, doCall, com.acme.Orders, place",
			"com.acme.Orders$_place_closure1$_closure2, doCall, com.acme.Orders, place",
			"com.acme.Script$_run_closure1, call, com.acme.Script, run",
			"com.acme.Orders, $anonfun$place$1, com.acme.Orders, place",
			"com.acme.Orders$1, invoke, com.acme.Orders$1, invoke",
			"com.acme.Orders$Placement$1, run, com.acme.Orders$Placement$1, run" })
	void aFrameIsNamedAfterTheMethodInItsSource(String type, String method, String expectedType,
			String expectedMethod) {
		assertThat(EnclosingMethod.of(type, method)).isEqualTo(new EnclosingMethod(expectedType, expectedMethod));
	}

}
