package io.timerscope.junit.text;

import org.jspecify.annotations.Nullable;

/** One JSON object on a line of its own. What is {@code null} is left out. */
public final class JsonLine {

	private final StringBuilder text = new StringBuilder("\n    {");

	private String separator = " ";

	public JsonLine with(String name, @Nullable Object value) {
		if (value != null) {
			this.text.append(this.separator).append('"').append(name).append("\": ");
			this.text.append((value instanceof Number) ? value.toString() : quoted(value.toString()));
			this.separator = ", ";
		}
		return this;
	}

	public String end() {
		return this.text.append(" }").toString();
	}

	private static String quoted(String value) {
		StringBuilder quoted = new StringBuilder("\"");
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '"' || c == '\\') {
				quoted.append('\\').append(c);
			}
			else if (c < ' ') {
				quoted.append(String.format("\\u%04x", (int) c));
			}
			else {
				quoted.append(c);
			}
		}
		return quoted.append('"').toString();
	}

}
