package io.timerscope.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A line of code as {@code com.acme.Orders.place(Orders.java:42)} names it.
 *
 * @param type the class, with its package
 * @param method the method
 * @param file the source file's name, where it is known
 */
record Code(String type, String method, @Nullable String file) {

	/** Reads a line; {@code null} for a text that is none, such as a scheduler's name. */
	static @Nullable Code of(String site) {
		int open = site.indexOf('(');
		int dot = site.lastIndexOf('.', open);
		int slash = site.lastIndexOf('/', dot); // class loader and module
		if (open < 0 || dot < 0 || !site.endsWith(")")) {
			return null;
		}
		String source = site.substring(open + 1, site.length() - 1);
		int colon = source.indexOf(':');
		String file = (colon < 0) ? source : source.substring(0, colon);
		return new Code(site.substring(slash + 1, dot), site.substring(dot + 1, open),
				file.contains(".") ? file : null);
	}

	/** Class and method, without the number of the line. */
	static String key(String site) {
		Code code = of(site);
		return (code == null) ? site : code.type() + "#" + code.method();
	}

	/** Where the source is, below a source root. */
	String path() {
		int dot = this.type.lastIndexOf('.');
		String folder = (dot < 0) ? "" : this.type.substring(0, dot + 1).replace('.', '/');
		String simple = this.type.substring(dot + 1);
		int inner = simple.indexOf('$', 1);
		return folder
				+ ((this.file != null) ? this.file : ((inner < 0) ? simple : simple.substring(0, inner)) + ".java");
	}

}
