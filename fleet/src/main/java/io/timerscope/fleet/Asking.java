package io.timerscope.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how instances are asked. */
final class Asking {

	@Option(names = "--path", defaultValue = "/actuator/timers",
			description = "Where the endpoint is, for instances without a path. Default: ${DEFAULT-VALUE}")
	private String path = "";

	@Option(names = "--scheme", defaultValue = "http",
			description = "http or https, for instances whose address and labels do not say. Default: ${DEFAULT-VALUE}")
	private String scheme = "";

	@Option(names = "--at-once", paramLabel = "N", defaultValue = "50",
			description = "How many instances are asked at the same time. Default: ${DEFAULT-VALUE}")
	private int atOnce;

	@Option(names = "--timeout", paramLabel = "TIME", defaultValue = "5s",
			description = "How long one answer may take. Default: ${DEFAULT-VALUE}")
	private Duration timeout = Duration.ZERO;

	@Option(names = "--retries", paramLabel = "N", defaultValue = "1",
			description = "How often an instance that did not answer is asked again, after all others. Default: ${DEFAULT-VALUE}")
	private int retries;

	@Option(names = "--bearer-token-file", paramLabel = "FILE", description = "A file that holds a bearer token.")
	private @Nullable Path bearer;

	@Option(names = "--basic-auth-file", paramLabel = "FILE", description = "A file that holds user:password.")
	private @Nullable Path basic;

	@Option(names = "--truststore", paramLabel = "FILE",
			description = "Certificates to trust instead of the JDK's: PEM, PKCS12 or JKS.")
	private @Nullable Path truststore;

	@Option(names = "--truststore-password-file", paramLabel = "FILE",
			description = "A file that holds the truststore's password.")
	private @Nullable Path truststorePassword;

	Http http() throws IOException {
		if (this.atOnce < 1 || this.retries < 0 || this.retries > 10 || this.timeout.isZero()) {
			throw new UnusableException(
					"--at-once takes a number from 1 on, --retries from 0 to 10, and --timeout more than zero", null);
		}
		if (this.bearer != null && this.basic != null) {
			throw new UnusableException("--bearer-token-file and --basic-auth-file exclude each other", null);
		}
		return new Http(this.timeout, authorization(), (this.truststore == null) ? null
				: Trust.in(this.truststore, (this.truststorePassword == null) ? "" : secret(this.truststorePassword)));
	}

	TargetReader targetReader(Http http) {
		return new TargetReader(http, this.scheme, this.path);
	}

	Survey survey(Instances instances) {
		return new Survey(instances, this.atOnce, this.retries, Duration.ofMillis(500));
	}

	private @Nullable String authorization() throws IOException {
		if (this.bearer != null) {
			return "Bearer " + secret(this.bearer);
		}
		return (this.basic == null) ? null
				: "Basic " + Base64.getEncoder().encodeToString(secret(this.basic).getBytes(StandardCharsets.UTF_8));
	}

	private static String secret(Path file) throws IOException {
		String secret = Files.readString(file).strip();
		if (secret.isEmpty() || secret.contains("\n")) {
			throw new UnusableException(file + " holds no secret of one line", null);
		}
		return secret;
	}

}
