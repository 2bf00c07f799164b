package io.timerscope.spring.held;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts that a class was written with, read from its class file: where a thread gets
 * its name from a literal, it is one of them.
 */
final class ClassTexts {

	private static final int MOST = 500;

	private ClassTexts() {
	}

	/** The texts of a class; none where the class file cannot be read. */
	static List<String> of(Class<?> type) {
		String name = type.getName();
		String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
		try (InputStream in = type.getResourceAsStream(file)) {
			return (in == null) ? List.of() : read(new DataInputStream(new BufferedInputStream(in)));
		}
		catch (IOException | RuntimeException ex) {
			return List.of();
		}
	}

	private static List<String> read(DataInputStream in) throws IOException {
		in.skipBytes(8);
		int count = in.readUnsignedShort();
		String[] utf8 = new String[count];
		List<Integer> strings = new ArrayList<>();
		for (int i = 1; i < count; i++) {
			int tag = in.readUnsignedByte();
			switch (tag) {
				case 1 -> utf8[i] = in.readUTF();
				case 8 -> strings.add(in.readUnsignedShort());
				case 5, 6 -> {
					in.skipBytes(8);
					i++;
				}
				case 15 -> in.skipBytes(3);
				case 7, 16, 19, 20 -> in.skipBytes(2);
				default -> in.skipBytes(4);
			}
		}
		return strings.stream().limit(MOST).map((index) -> utf8[index]).toList();
	}

}
