package io.timerscope.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client with a time limit that counts for the whole answer, and a limit
 * of size. Follows no redirect, since most lead to a sign-in. Used by many threads.
 */
final class Http {

	private static final int MOST_BYTES = 2 * 1024 * 1024;

	private final HttpClient client;

	private final Duration timeout;

	private final @Nullable String authorization;

	Http(Duration timeout, @Nullable String authorization, @Nullable SSLContext trust) {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(timeout);
		this.client = (trust == null) ? builder.build() : builder.sslContext(trust).build();
		this.timeout = timeout;
		this.authorization = authorization;
	}

	/**
	 * Gets a document.
	 * @param uri where it is
	 * @param accept the media type that is wanted
	 * @param signsIn whether to say who asks
	 * @return the answer, whatever its status
	 * @throws IOException if there was none in time, or too large a one
	 */
	Reply get(URI uri, String accept, boolean signsIn) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", accept).timeout(this.timeout);
		if (signsIn && this.authorization != null) {
			request.header("Authorization", this.authorization);
		}
		CompletableFuture<HttpResponse<byte[]>> answer = this.client.sendAsync(request.build(),
				(response) -> new LimitedBody(MOST_BYTES));
		try {
			HttpResponse<byte[]> response = answer.get(this.timeout.toNanos(), TimeUnit.NANOSECONDS);
			return new Reply(response.statusCode(), response.body());
		}
		catch (TimeoutException ex) {
			throw new HttpTimeoutException("no whole answer in time");
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException cause) ? cause : new IOException(ex.getCause());
		}
		finally {
			answer.cancel(true);
		}
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status
	 * @param body what it holds
	 */
	@SuppressWarnings("ArrayRecordComponent") // never compared
	record Reply(int status, byte[] body) {
	}

}
