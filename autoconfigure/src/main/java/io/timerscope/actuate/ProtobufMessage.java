package io.timerscope.actuate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One message in the wire format of Protocol Buffers: only what a profile needs, which is
 * numbers, texts and messages.
 */
final class ProtobufMessage {

	private static final int VARINT = 0;

	private static final int LENGTH_DELIMITED = 2;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** Writes a number; zero is the default and left out. */
	ProtobufMessage number(int field, long value) {
		if (value != 0) {
			tag(field, VARINT);
			varint(value);
		}
		return this;
	}

	/** Writes numbers in the packed form. */
	ProtobufMessage numbers(int field, long... values) {
		ProtobufMessage packed = new ProtobufMessage();
		for (long value : values) {
			packed.varint(value);
		}
		return message(field, packed);
	}

	/** Writes a text, also an empty one. */
	ProtobufMessage text(int field, String text) {
		return bytes(field, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Writes a message. */
	ProtobufMessage message(int field, ProtobufMessage message) {
		return bytes(field, message.toByteArray());
	}

	byte[] toByteArray() {
		return this.out.toByteArray();
	}

	private ProtobufMessage bytes(int field, byte[] bytes) {
		tag(field, LENGTH_DELIMITED);
		varint(bytes.length);
		this.out.writeBytes(bytes);
		return this;
	}

	private void tag(int field, int wireType) {
		varint((long) field << 3 | wireType);
	}

	private void varint(long value) {
		long rest = value;
		while ((rest & ~0x7FL) != 0) {
			this.out.write((int) (rest & 0x7F) | 0x80);
			rest >>>= 7;
		}
		this.out.write((int) rest);
	}

}
