package io.timerscope.sample.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.timerscope.sample.SampleApplication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Starts several shops in one JVM, so that a fleet fits on one machine. Each has a
 * context, a server, schedulers and a ledger of its own.
 */
public final class Shops {

	private static final String OLD = "old:";

	private Shops() {
	}

	/**
	 * Starts shops that run until the JVM ends.
	 * @param ports their ports; {@code old:} before one stands for an older Timerscope
	 */
	public static void main(String[] ports) {
		for (String port : ports) {
			boolean old = port.startsWith(OLD);
			new SpringApplicationBuilder(SampleApplication.class).initializers((context) -> {
				if (old) {
					((GenericApplicationContext) context).registerBean(OlderVersion.class);
				}
			})
				.run("--server.port=" + (old ? port.substring(OLD.length()) : port),
						"--timerscope.metrics.sites=" + (old ? 0 : 20), "--server.tomcat.threads.max=4",
						"--server.tomcat.threads.min-spare=1", "--logging.level.root=warn",
						"--spring.main.banner-mode=off");
		}
	}

	/** Answers as a version did that knew no fingerprints. */
	static final class OlderVersion extends OncePerRequestFilter {

		@Override
		protected boolean shouldNotFilter(HttpServletRequest request) {
			return !request.getRequestURI().equals("/actuator/timers")
					|| "pprof".equals(request.getParameter("format"));
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
			chain.doFilter(request, answer);
			String text = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
			byte[] older = text.replaceAll("\"fingerprint\":\"\\p{XDigit}+\",", "").getBytes(StandardCharsets.UTF_8);
			response.setContentLength(older.length);
			response.getOutputStream().write(older);
		}

	}

}
