package io.timerscope.fleet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a message of Protocol Buffers, field by field. */
final class WireWriter {

	private static final int DELIMITED = 2;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	WireWriter number(int field, long value) {
		varint((long) field << 3);
		varint(value);
		return this;
	}

	WireWriter numbers(int field, List<Long> values) {
		WireWriter packed = new WireWriter();
		values.forEach(packed::varint);
		return bytes(field, packed.toByteArray());
	}

	WireWriter text(int field, String value) {
		return bytes(field, value.getBytes(StandardCharsets.UTF_8));
	}

	WireWriter message(int field, WireWriter value) {
		return bytes(field, value.toByteArray());
	}

	byte[] toByteArray() {
		return this.out.toByteArray();
	}

	private WireWriter bytes(int field, byte[] value) {
		varint(((long) field << 3) | DELIMITED);
		varint(value.length);
		this.out.writeBytes(value);
		return this;
	}

	private void varint(long value) {
		long rest = value;
		while ((rest & ~0x7FL) != 0) {
			this.out.write((int) ((rest & 0x7F) | 0x80));
			rest >>>= 7;
		}
		this.out.write((int) rest);
	}

}
