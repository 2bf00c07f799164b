package io.timerscope.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives the {@link Hub} a name in a package of the JDK and defines it there. Nothing is
 * added to the boot class path, since that would make the JVM ignore a CDS archive of the
 * application's classes.
 */
final class HubClass {

	/** As others find it. */
	static final String NAME = "java.util.concurrent.TimerscopeHub";

	static final String INTERNAL_NAME = NAME.replace('.', '/');

	private static final String TEMPLATE = "io/timerscope/agent/Hub";

	private HubClass() {
	}

	/** The hub, or {@code null} if this JVM has none yet. */
	static @Nullable Class<?> find() {
		try {
			return Class.forName(NAME, false, null);
		}
		catch (ClassNotFoundException ex) {
			return null;
		}
	}

	/** Defines the hub; to be called once. */
	static Class<?> define(Instrumentation instrumentation) throws IOException, IllegalAccessException {
		Module base = Object.class.getModule();
		instrumentation.redefineModule(base, Set.of(), Map.of(),
				Map.of("java.util.concurrent", Set.of(HubClass.class.getModule())), Set.of(), Map.of());
		return MethodHandles.privateLookupIn(ScheduledThreadPoolExecutor.class, MethodHandles.lookup())
			.defineClass(renamed());
	}

	private static byte[] renamed() throws IOException {
		try (InputStream in = HubClass.class.getResourceAsStream("Hub.class")) {
			if (in == null) {
				throw new IOException("Hub.class is missing beside the agent");
			}
			ClassWriter writer = new ClassWriter(0);
			new ClassReader(in).accept(new Renaming(writer), ClassReader.SKIP_DEBUG);
			return writer.toByteArray();
		}
	}

	private static String renamed(String owner) {
		return owner.equals(TEMPLATE) ? INTERNAL_NAME : owner;
	}

	/** A class that names no class of ours but itself. */
	private static final class Renaming extends ClassVisitor {

		Renaming(ClassVisitor next) {
			super(Opcodes.ASM9, next);
		}

		@Override
		public void visit(int version, int access, String name, String signature, String superName,
				String[] interfaces) {
			super.visit(version, access, renamed(name), signature, superName, interfaces);
		}

		@Override
		public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
			return super.visitField(access, name, descriptor, null, value);
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
				String[] exceptions) {
			return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, null, exceptions)) {

				@Override
				public void visitFieldInsn(int opcode, String owner, String field, String type) {
					super.visitFieldInsn(opcode, renamed(owner), field, type);
				}

				@Override
				public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
					super.visitMethodInsn(opcode, renamed(owner), method, type, isInterface);
				}

				@Override
				public void visitLdcInsn(Object value) {
					super.visitLdcInsn(
							(value instanceof org.objectweb.asm.Type type && type.getInternalName().equals(TEMPLATE))
									? org.objectweb.asm.Type.getObjectType(INTERNAL_NAME) : value);
				}

			};
		}

	}

}
