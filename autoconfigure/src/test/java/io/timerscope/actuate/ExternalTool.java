package io.timerscope.actuate;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program that a test needs beside the JDK. Where it is missing the test is skipped and
 * says so; with {@code CI=true} it fails, so that nothing goes untested unnoticed.
 */
enum ExternalTool {

	/** Reads profiles. */
	GO("go", "golang-go"),

	/** A browser. */
	CHROMIUM("chromium", "chromium"),

	/** Drives the browser. */
	CHROMEDRIVER("chromedriver", "chromium-driver");

	private final String command;

	private final String debianPackage;

	ExternalTool(String command, String debianPackage) {
		this.command = command;
		this.debianPackage = debianPackage;
	}

	/** Where the program is; ends the test where it is not. */
	Path required() {
		Optional<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, this.command))
			.filter(Files::isExecutable)
			.findFirst();
		String missing = "'" + this.command + "' is not on the path; on Debian: apt-get install " + this.debianPackage;
		if ("true".equals(System.getenv("CI"))) {
			assertThat(found).as(missing).isPresent();
		}
		Assumptions.assumeTrue(found.isPresent(), missing);
		return found.orElseThrow();
	}

}
