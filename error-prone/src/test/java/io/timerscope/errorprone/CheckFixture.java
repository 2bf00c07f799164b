package io.timerscope.errorprone;

import com.google.errorprone.BugCheckerRefactoringTestHelper;
import com.google.errorprone.CompilationTestHelper;

/**
 * Runs one check over a class body that has the usual imports and four collaborators.
 */
final class CheckFixture {

	private static final String IMPORTS = """
			import java.time.*;
			import java.util.*;
			import java.util.concurrent.*;
			import java.util.function.*;
			import org.springframework.context.annotation.*;
			import org.springframework.scheduling.*;
			import org.springframework.scheduling.concurrent.*;
			import org.springframework.stereotype.*;
			import org.springframework.web.bind.annotation.*;
			import reactor.core.*;
			import reactor.core.publisher.*;
			""";

	/** Core is checked by this module, so it is built later. */
	private static final String APPLICATION_LIFETIME = OwnSources.read("core", "io/timerscope/ApplicationLifetime");

	private final Class<? extends TimerscopeCheck> check;

	private final String[] options;

	CheckFixture(Class<? extends TimerscopeCheck> check, String... options) {
		this.check = check;
		this.options = options;
	}

	/**
	 * A line with {@code // BUG: Diagnostic contains: text} above it must be reported.
	 */
	void expect(String source) {
		CompilationTestHelper.newInstance(this.check, getClass())
			.setArgs(this.options)
			.addSourceLines("io/timerscope/ApplicationLifetime.java", APPLICATION_LIFETIME)
			.addSourceLines("Sample.java", IMPORTS + source)
			.doTest();
	}

	/** The same, with a class in another file. */
	void expectBeside(String other, String source) {
		CompilationTestHelper.newInstance(this.check, getClass())
			.setArgs(this.options)
			.addSourceLines("Other.java", IMPORTS + other)
			.addSourceLines("Sample.java", IMPORTS + source)
			.doTest();
	}

	void expectNothing(String source) {
		CompilationTestHelper.newInstance(this.check, getClass())
			.setArgs(this.options)
			.addSourceLines("io/timerscope/ApplicationLifetime.java", APPLICATION_LIFETIME)
			.addSourceLines("Sample.java", IMPORTS + source)
			.expectNoDiagnostics()
			.doTest();
	}

	void repairs(String before, String after) {
		BugCheckerRefactoringTestHelper.newInstance(this.check, getClass())
			.setArgs(this.options)
			.addInputLines("Sample.java", before)
			.addOutputLines("Sample.java", after)
			.doTest();
	}

}
