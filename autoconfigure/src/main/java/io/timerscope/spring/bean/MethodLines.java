package io.timerscope.spring.bean;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.util.ClassUtils;

/**
 * File and first lines of the methods of a class, from its class file. Where there is
 * none, as in a native image, class and method have to do.
 */
final class MethodLines {

	private static final int UNKNOWN = -1;

	private final String className;

	private final @Nullable String file;

	private final Map<String, Line> lines;

	private final Map<String, StackTraceElement> sites = new ConcurrentHashMap<>();

	private MethodLines(String className, @Nullable String file, Map<String, Line> lines) {
		this.className = className;
		this.file = file;
		this.lines = lines;
	}

	static MethodLines read(@Nullable ClassLoader loader, String className) {
		Reader reader = new Reader();
		String resource = ClassUtils.convertClassNameToResourcePath(className) + ClassUtils.CLASS_FILE_SUFFIX;
		ClassLoader from = (loader != null) ? loader : ClassLoader.getSystemClassLoader();
		try (InputStream classFile = from.getResourceAsStream(resource)) {
			if (classFile != null) {
				new ClassReader(classFile).accept(reader, ClassReader.SKIP_FRAMES);
			}
		}
		catch (IOException | RuntimeException ex) {
			// a class file of a future JDK: class and method have to do
			reader.lines.clear();
		}
		return new MethodLines(className, reader.file, reader.lines);
	}

	/** The method of a name that the container can schedule. */
	StackTraceElement site(String method) {
		return this.sites.computeIfAbsent(method, (key) -> {
			Line line = this.lines.get(key);
			return new StackTraceElement(this.className, key, this.file, (line != null) ? line.number() : UNKNOWN);
		});
	}

	private static final class Reader extends ClassVisitor {

		private final Map<String, Line> lines = new HashMap<>();

		private @Nullable String file;

		Reader() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		@Override
		public void visitSource(@Nullable String file, @Nullable String debug) {
			this.file = file;
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			return new FirstLine(this.lines, name, Likelihood.of(access, descriptor));
		}

	}

	private static final class FirstLine extends MethodVisitor {

		private final Map<String, Line> lines;

		private final String method;

		private final Likelihood likelihood;

		private boolean over;

		FirstLine(Map<String, Line> lines, String method, Likelihood likelihood) {
			super(SpringAsmInfo.ASM_VERSION);
			this.lines = lines;
			this.method = method;
			this.likelihood = likelihood;
		}

		@Override
		public void visitLineNumber(int line, Label start) {
			if (!this.over) {
				this.over = true;
				this.lines.merge(this.method, new Line(line, this.likelihood), Line::orLikelier);
			}
		}

	}

	/** Which of several methods of one name is scheduled, the least likely first. */
	private enum Likelihood {

		/** Made by the compiler. */
		SYNTHETIC,

		/** With parameters, which the container does not know. */
		GIVEN,

		/** A suspending one of Kotlin's. */
		SUSPENDING,

		/** Without parameters. */
		PLAIN;

		static Likelihood of(int access, String descriptor) {
			if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0) {
				return SYNTHETIC;
			}
			if (descriptor.startsWith("()")) {
				return PLAIN;
			}
			return descriptor.startsWith("(Lkotlin/coroutines/Continuation;)") ? SUSPENDING : GIVEN;
		}

	}

	private record Line(int number, Likelihood likelihood) {

		Line orLikelier(Line other) {
			return (other.likelihood.compareTo(this.likelihood) > 0) ? other : this;
		}

	}

}
