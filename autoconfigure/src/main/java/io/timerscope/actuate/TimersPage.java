package io.timerscope.actuate;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The page for a browser: one document, put together from the files beside this class
 * when it is first asked for, without a reference to any other. Its
 * Content-Security-Policy names script and style by their hashes, so nothing else runs,
 * whatever a task is called, and the document may be cached.
 *
 * @since 0.1.0
 */
public final class TimersPage {

	private static final List<String> SCRIPTS = List.of("base", "reading", "acts", "overview", "chart", "hour", "flame",
			"sites", "task", "tasks", "main");

	private final String application;

	private final boolean cancelAllowed;

	private volatile byte @Nullable [] document;

	/**
	 * Describes the page.
	 * @param application the application's name
	 * @param cancelAllowed whether the endpoint lets tasks be cancelled
	 */
	public TimersPage(String application, boolean cancelAllowed) {
		this.application = application;
		this.cancelAllowed = cancelAllowed;
	}

	byte[] document() {
		byte[] document = this.document;
		if (document == null) {
			document = assemble();
			this.document = document;
		}
		return document.clone();
	}

	private byte[] assemble() {
		String script = SCRIPTS.stream()
			.map((name) -> resource(name + ".js"))
			.collect(Collectors.joining("\n", "'use strict';\n{\n", "}\n"));
		String style = resource("page.css");
		return resource("page.html").replace("{{application}}", escaped(this.application))
			.replace("{{cancel}}", Boolean.toString(this.cancelAllowed))
			.replace("{{policy}}", policy(script, style))
			.replace("{{style}}", style)
			.replace("{{script}}", script)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String policy(String script, String style) {
		return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
				+ "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
				+ "require-trusted-types-for 'script'";
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return "sha256-" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform knows SHA-256", ex);
		}
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;")
			.replace("{", "&#123;");
	}

	private static String resource(String name) {
		try (InputStream in = TimersPage.class.getResourceAsStream("page/" + name)) {
			if (in == null) {
				throw new FileNotFoundException("page/" + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The page is not complete", ex);
		}
	}

}
