package io.timerscope.agent;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Edits the methods of one class; made anew for each. */
abstract class MethodEdits extends MethodVisitor {

	private String name = "";

	private String descriptor = "";

	MethodEdits(MethodVisitor next) {
		super(Opcodes.ASM9, next);
	}

	final boolean begins(String name, String descriptor) {
		this.name = name;
		this.descriptor = descriptor;
		return concerns();
	}

	/** Whether anything in this method is to be edited. */
	abstract boolean concerns();

	final boolean is(String name) {
		return this.name.equals(name);
	}

	final boolean is(String name, String descriptor) {
		return this.name.equals(name) && this.descriptor.equals(descriptor);
	}

	final boolean begins(String prefix) {
		return this.name.startsWith(prefix);
	}

	final String name() {
		return this.name;
	}

	final void hub(String method, String descriptor) {
		super.visitMethodInsn(Opcodes.INVOKESTATIC, HubClass.INTERNAL_NAME, method, descriptor, false);
	}

	final void loadThis() {
		super.visitVarInsn(Opcodes.ALOAD, 0);
	}

	/** Loads the arguments as they came in, which no method here changes. */
	final void loadArguments() {
		int slot = 1;
		for (Type type : Type.getArgumentTypes(this.descriptor)) {
			super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
			slot += type.getSize();
		}
	}

	final int arguments() {
		return Type.getArgumentTypes(this.descriptor).length;
	}

	/** What to call on the way out; a result is on the stack. */
	void exits() {
	}

	@Override
	public void visitInsn(int opcode) {
		if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
			exits();
		}
		super.visitInsn(opcode);
	}

}
