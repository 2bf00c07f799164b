package io.timerscope.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds calls of the {@link Hub} to the JDK's schedulers. Results, exceptions and the
 * objects that callers get stay what they are; there is no branch and no local variable
 * more.
 */
final class SchedulerTransformer implements ClassFileTransformer {

	private final Map<String, Function<MethodVisitor, MethodEdits>> edits;

	private final Map<String, Throwable> failures = new ConcurrentHashMap<>();

	/**
	 * Prepares to edit.
	 * @param edits how to edit the methods of each class, by its internal name
	 */
	SchedulerTransformer(Map<String, Function<MethodVisitor, MethodEdits>> edits) {
		this.edits = edits;
	}

	List<String> classNames() {
		return this.edits.keySet().stream().map((name) -> name.replace('/', '.')).toList();
	}

	/** What went wrong, by the names of the classes that stay as they are. */
	Map<String, Throwable> failures() {
		return this.failures;
	}

	@Override
	public byte @Nullable [] transform(@Nullable ClassLoader loader, @Nullable String className,
			@Nullable Class<?> classBeingRedefined, @Nullable ProtectionDomain domain, byte[] classfile) {
		Function<MethodVisitor, MethodEdits> how = (loader != null || className == null) ? null
				: this.edits.get(className);
		if (how == null || className == null) {
			return null;
		}
		try {
			return edited(how, classfile);
		}
		catch (Throwable ex) {
			this.failures.put(className.replace('/', '.'), ex);
			return null;
		}
	}

	private static byte[] edited(Function<MethodVisitor, MethodEdits> how, byte[] classfile) {
		ClassReader reader = new ClassReader(classfile);
		ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
		boolean[] changed = new boolean[1];
		reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {

			@Override
			public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
					String[] exceptions) {
				MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
				MethodEdits edits = how.apply(method);
				if (!edits.begins(name, descriptor)) {
					return method;
				}
				changed[0] = true;
				return edits;
			}

		}, 0);
		if (!changed[0]) {
			throw new IllegalStateException("this JDK's class has none of the methods that were expected");
		}
		return writer.toByteArray();
	}

}
