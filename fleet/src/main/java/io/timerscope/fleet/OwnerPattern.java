package io.timerscope.fleet;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of a CODEOWNERS file.
 *
 * @param path matches paths from the root of the repository
 * @param owners who owns them; empty for nobody
 */
record OwnerPattern(Pattern path, List<String> owners) {

	/**
	 * Reads a pattern of the kind that GitHub and GitLab know: as in a .gitignore file.
	 * @param glob for example {@code /orders/**} or {@code *.java}
	 * @param owners who owns what matches
	 */
	static OwnerPattern of(String glob, List<String> owners) {
		String rest = glob.startsWith("/") ? glob.substring(1) : glob;
		int slash = glob.indexOf('/');
		boolean anchored = slash >= 0 && slash < glob.length() - 1;
		boolean folder = rest.endsWith("/");
		String path = regex(folder ? rest.substring(0, rest.length() - 1) : rest);
		String below = folder ? "/.+" : rest.endsWith("/*") ? "" : "(/.+)?";
		return new OwnerPattern(Pattern.compile((anchored ? "" : "(.*/)?") + path + below), owners);
	}

	boolean matches(String file) {
		return this.path.matcher(file).matches();
	}

	private static String regex(String glob) {
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < glob.length(); i++) {
			if (glob.startsWith("**/", i)) {
				regex.append("(.*/)?");
				i += 2;
			}
			else if (glob.startsWith("**", i)) {
				regex.append(".*");
				i++;
			}
			else if (glob.charAt(i) == '*') {
				regex.append("[^/]*");
			}
			else if (glob.charAt(i) == '?') {
				regex.append("[^/]");
			}
			else {
				regex.append(Pattern.quote(glob.substring(i, i + 1)));
			}
		}
		return regex.toString();
	}

}
