package io.timerscope.fleet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a message of Protocol Buffers, field by field. What is malformed ends in an
 * {@link IllegalArgumentException}.
 */
final class WireReader {

	private static final int VARINT = 0;

	private static final int FIXED_64 = 1;

	private static final int DELIMITED = 2;

	private static final int FIXED_32 = 5;

	private final byte[] bytes;

	private int position;

	private final int end;

	private int field;

	private long number;

	private int from;

	private boolean delimited;

	WireReader(byte[] bytes) {
		this(bytes, 0, bytes.length);
	}

	private WireReader(byte[] bytes, int from, int end) {
		this.bytes = bytes;
		this.position = from;
		this.end = end;
	}

	/** Goes to the next field; {@code false} at the end. */
	boolean next() {
		if (this.position == this.end) {
			return false;
		}
		long tag = varint();
		this.field = (int) (tag >>> 3);
		this.delimited = (tag & 7) == DELIMITED;
		switch ((int) (tag & 7)) {
			case VARINT -> this.number = varint();
			case FIXED_64 -> skip(8);
			case FIXED_32 -> skip(4);
			case DELIMITED -> skip(varint());
			default -> throw new IllegalArgumentException("no such wire type");
		}
		return true;
	}

	int field() {
		return this.field;
	}

	long number() {
		return this.number;
	}

	WireReader message() {
		if (!this.delimited) {
			throw new IllegalArgumentException("field " + this.field + " is no message");
		}
		return new WireReader(this.bytes, this.from, this.position);
	}

	/** The same message from its beginning, if nothing was read of this one yet. */
	WireReader again() {
		return new WireReader(this.bytes, this.position, this.end);
	}

	String text() {
		WireReader message = message();
		return new String(this.bytes, message.position, message.end - message.position, StandardCharsets.UTF_8);
	}

	/** Numbers of a repeated field, packed or one of them. */
	List<Long> numbers() {
		if (!this.delimited) {
			return List.of(this.number);
		}
		List<Long> numbers = new ArrayList<>();
		WireReader packed = message();
		while (packed.position < packed.end) {
			numbers.add(packed.varint());
		}
		return numbers;
	}

	private void skip(long length) {
		if (length < 0 || length > this.end - this.position) {
			throw new IllegalArgumentException("cut short");
		}
		this.from = this.position;
		this.position += (int) length;
	}

	private long varint() {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			if (this.position == this.end) {
				throw new IllegalArgumentException("cut short");
			}
			byte next = this.bytes[this.position++];
			value |= (long) (next & 0x7F) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException("a number is too long");
	}

}
