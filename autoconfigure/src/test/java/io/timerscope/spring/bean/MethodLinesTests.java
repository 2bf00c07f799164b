package io.timerscope.spring.bean;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.Callable;

import com.acme.beans.ExchangeRates;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

import static org.assertj.core.api.Assertions.assertThat;

class MethodLinesTests {

	@Test
	void theMethodWithoutParametersIsMeant() {
		MethodLines lines = MethodLines.read(ExchangeRates.class.getClassLoader(), ExchangeRates.class.getName());
		assertThat(lines.site("refresh")).hasToString("com.acme.beans.ExchangeRates.refresh(ExchangeRates.java:18)");
		assertThat(lines.site("refreshed").getLineNumber()).isEqualTo(22);
		assertThat(lines.site("refresh")).isSameAs(lines.site("refresh"));
	}

	@Test
	void ofMethodsWithAParameterTheSuspendingOneIsMeant() {
		ClassWriter type = new ClassWriter(0);
		type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/acme/Rates", null, "java/lang/Object", null);
		method(type, "(Ljava/lang/String;)V", 10);
		method(type, "(Lkotlin/coroutines/Continuation;)Ljava/lang/Object;", 20);
		method(type, "(I)V", 30);
		type.visitEnd();
		ClassLoader loader = new ClassLoader(null) {
			@Override
			public InputStream getResourceAsStream(String name) {
				return new ByteArrayInputStream(type.toByteArray());
			}
		};
		assertThat(MethodLines.read(loader, "com.acme.Rates").site("refresh").getLineNumber()).isEqualTo(20);
	}

	private static void method(ClassWriter type, String descriptor, int line) {
		MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, "refresh", descriptor, null, null);
		method.visitCode();
		Label start = new Label();
		method.visitLabel(start);
		method.visitLineNumber(line, start);
		method.visitInsn(Opcodes.NOP);
		method.visitEnd();
	}

	@Test
	void aMethodOfTheUsersIsMeantAndNotTheCompilers() {
		MethodLines lines = MethodLines.read(null, Answer.class.getName());
		assertThat(lines.site("call").getLineNumber()).isGreaterThan(lines.site("<init>").getLineNumber());
	}

	@Test
	void whatIsNotThereHasNoLine() {
		assertThat(MethodLines.read(null, "com.acme.Nobody").site("work"))
			.isEqualTo(new StackTraceElement("com.acme.Nobody", "work", null, -1));
		assertThat(MethodLines.read(null, ExchangeRates.class.getName()).site("work"))
			.hasToString("com.acme.beans.ExchangeRates.work(ExchangeRates.java)");
	}

	static class Answer implements Callable<String> {

		@Override
		public String call() {
			return "42";
		}

	}

}
