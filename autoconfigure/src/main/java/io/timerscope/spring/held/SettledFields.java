package io.timerscope.spring.held;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.util.ClassUtils;

/**
 * Tells which fields never change once their object is made: final ones, and private ones
 * that only constructors write. The class files of the classes that can write a private
 * field are read for that.
 */
final class SettledFields {

	/** A class with more classes nested around it is not read. */
	private static final int NEST = 50;

	private SettledFields() {
	}

	static boolean isSettled(Field field) {
		if (Modifier.isFinal(field.getModifiers())) {
			return true;
		}
		return Modifier.isPrivate(field.getModifiers()) && isWrittenByConstructorsOnly(field);
	}

	private static boolean isWrittenByConstructorsOnly(Field field) {
		Class<?> type = field.getDeclaringClass();
		try {
			Class<?>[] nest = type.getNestHost().getNestMembers();
			if (type.isHidden() || nest.length > NEST) {
				return false;
			}
			for (Class<?> member : nest) {
				if (writes(member, field)) {
					return false;
				}
			}
			return true;
		}
		catch (IOException | RuntimeException | LinkageError ex) {
			return false;
		}
	}

	private static boolean writes(Class<?> writer, Field field) throws IOException {
		String name = ClassUtils.getClassFileName(writer);
		try (InputStream file = writer.getResourceAsStream(name)) {
			if (file == null) {
				throw new IOException("no class file for " + name);
			}
			Writes writes = new Writes(field);
			new ClassReader(file).accept(writes, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
			return writes.found;
		}
	}

	/** Looks for a write of one field outside the constructors. */
	private static final class Writes extends ClassVisitor {

		private final String owner;

		private final String name;

		private boolean found;

		Writes(Field field) {
			super(SpringAsmInfo.ASM_VERSION);
			this.owner = field.getDeclaringClass().getName().replace('.', '/');
			this.name = field.getName();
		}

		@Override
		public @Nullable MethodVisitor visitMethod(int access, String method, String descriptor,
				@Nullable String signature, String @Nullable [] exceptions) {
			return method.equals("<init>") ? null : new MethodVisitor(SpringAsmInfo.ASM_VERSION) {

				@Override
				public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
					if (opcode == Opcodes.PUTFIELD && owner.equals(Writes.this.owner)
							&& name.equals(Writes.this.name)) {
						Writes.this.found = true;
					}
				}

			};
		}

	}

}
