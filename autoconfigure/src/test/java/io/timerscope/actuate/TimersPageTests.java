package io.timerscope.actuate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.timerscope.finding.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import static org.assertj.core.api.Assertions.assertThat;

class TimersPageTests {

	private final String page = page("shop", false);

	@Test
	void itIsOneDocumentWithoutAReferenceToAnother() {
		assertThat(this.page).doesNotContainPattern("(src|href)\\s*=\\s*[\"']?(https?:)?/")
			.doesNotContain("@import", "url(", "import(", "{{");
	}

	@Test
	void itWeighsLessThanEightyKilobytes() {
		assertThat(this.page.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(10_000, 80_000);
	}

	@ParameterizedTest
	@EnumSource
	void pageAndDocumentsKnowEachKindOfFinding(FindingKind kind) throws IOException {
		assertThat(this.page).contains("'" + kind.label() + "': '");
		assertThat(Files.readString(Path.of("../docs/findings.md")))
			.containsPattern("\n## .*\\b" + kind.label() + "\\b.*\\(");
		if (kind != FindingKind.LEFT_BEHIND) {
			assertThat(Files.readString(Path.of("../docs/operating.md")))
				.containsPattern("\n\\| .*`" + kind.label() + "`.* \\|");
		}
	}

	@Test
	void itsPolicyNamesScriptAndStyleByHashAndLetsNothingElseRun() {
		assertThat(this.page).containsPattern("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
				+ "script-src 'sha256-[A-Za-z0-9+/]{43}='; style-src 'sha256-[A-Za-z0-9+/]{43}='; connect-src 'self';");
		assertThat(this.page).doesNotContain("unsafe", "innerHTML", "insertAdjacentHTML", "document.write", "eval(");
	}

	@Test
	void theNameOfTheApplicationIsTextWhateverItIs() {
		String hostile = page("\"><script>alert('1')</script>{{script}}", false);
		assertThat(hostile).doesNotContain("<script>alert")
			.contains(
					"data-application=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&#123;&#123;script}}\"");
	}

	@Test
	void itKnowsWhetherCancelIsAllowed() {
		assertThat(this.page).contains("data-cancel=\"false\"");
		assertThat(page("shop", true)).contains("data-cancel=\"true\"");
	}

	@Test
	void aNativeImageKeepsItsFilesAndTheRecords() {
		RuntimeHints hints = new RuntimeHints();
		new TimersEndpointHints().registerHints(hints, null);
		assertThat(RuntimeHintsPredicates.resource().forResource("io/timerscope/actuate/page/page.html"))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(TaskDescriptor.RunDescriptor.class)).accepts(hints);
	}

	private static String page(String application, boolean cancelAllowed) {
		return new String(new TimersPage(application, cancelAllowed).document(), StandardCharsets.UTF_8);
	}

}
