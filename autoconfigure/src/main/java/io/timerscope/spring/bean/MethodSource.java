package io.timerscope.spring.bean;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.util.ClassUtils;

/**
 * Finds file and first line of a method in its class file. Where there is none, as in a
 * native image, class and method have to do.
 */
final class MethodSource extends ClassVisitor {

	private static final int UNKNOWN = -1;

	private final String method;

	private @Nullable String file;

	private int line = UNKNOWN;

	private MethodSource(String method) {
		super(SpringAsmInfo.ASM_VERSION);
		this.method = method;
	}

	static StackTraceElement read(@Nullable ClassLoader loader, String className, String method) {
		MethodSource source = new MethodSource(method);
		String resource = ClassUtils.convertClassNameToResourcePath(className) + ClassUtils.CLASS_FILE_SUFFIX;
		ClassLoader from = (loader != null) ? loader : ClassLoader.getSystemClassLoader();
		try (InputStream classFile = from.getResourceAsStream(resource)) {
			if (classFile != null) {
				new ClassReader(classFile).accept(source, ClassReader.SKIP_FRAMES);
			}
		}
		catch (IOException | RuntimeException ex) {
			// a class file of a future JDK: class and method have to do
			source.line = UNKNOWN;
		}
		return new StackTraceElement(className, method, source.file, source.line);
	}

	@Override
	public void visitSource(@Nullable String file, @Nullable String debug) {
		this.file = file;
	}

	@Override
	public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
			String @Nullable [] exceptions) {
		return (name.equals(this.method) && this.line == UNKNOWN) ? new FirstLine() : null;
	}

	private final class FirstLine extends MethodVisitor {

		FirstLine() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		@Override
		public void visitLineNumber(int line, Label start) {
			if (MethodSource.this.line == UNKNOWN) {
				MethodSource.this.line = line;
			}
		}

	}

}
