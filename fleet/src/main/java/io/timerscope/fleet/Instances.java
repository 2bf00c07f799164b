package io.timerscope.fleet;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks one instance at a time; used by many threads. */
final class Instances {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private final Http http;

	private final boolean wantsProfile;

	Instances(Http http, boolean wantsProfile) {
		this.http = http;
		this.wantsProfile = wantsProfile;
	}

	Outcome ask(Target target) throws InterruptedException {
		Outcome outcome = askThere(target);
		if (!(outcome instanceof Outcome.Silent silent)
				|| (silent.why() != Silence.DISABLED && silent.why() != Silence.FOREIGN)) {
			return outcome;
		}
		Target elsewhere = target.elsewhere();
		Outcome second = elsewhere.equals(target) ? outcome : askThere(elsewhere);
		return (second instanceof Outcome.Answered) ? second : outcome;
	}

	private Outcome askThere(Target target) throws InterruptedException {
		try {
			Http.Reply reply = this.http.get(target.ask("format=json&limit=1"), "application/json", true);
			return switch (reply.status()) {
				case 200 -> answered(target, reply);
				case 404 -> new Outcome.Silent(target, Silence.DISABLED, "HTTP 404: the endpoint is not exposed");
				case 401, 403 -> new Outcome.Silent(target, Silence.REFUSED, "HTTP " + reply.status());
				case 301, 302, 303, 307, 308 ->
					new Outcome.Silent(target, Silence.REFUSED, "HTTP " + reply.status() + ", which is not followed");
				default -> new Outcome.Silent(target, Silence.FAILED, "HTTP " + reply.status());
			};
		}
		catch (IOException | UnresolvedAddressException ex) {
			return new Outcome.Silent(target, Silence.UNREACHABLE, reason(ex));
		}
	}

	private Outcome answered(Target target, Http.Reply reply) throws InterruptedException {
		try {
			TimersAnswer answer = JSON.readValue(reply.body(), TimersAnswer.class);
			if (answer != null && answer.isWhole()) {
				return new Outcome.Answered(target, answer, this.wantsProfile ? profile(target) : null);
			}
		}
		catch (JacksonException ex) {
			return new Outcome.Silent(target, Silence.FOREIGN, "the answer is not Timerscope's");
		}
		return new Outcome.Silent(target, Silence.FOREIGN, "the answer is not Timerscope's");
	}

	/** An instance without a profile is in the ranking all the same. */
	private byte @Nullable [] profile(Target target) throws InterruptedException {
		try {
			Http.Reply reply = this.http.get(target.ask("format=pprof"), "application/octet-stream", true);
			return (reply.status() == 200) ? reply.body() : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	private static String reason(Exception ex) {
		if (ex instanceof HttpTimeoutException) {
			return "no answer in time";
		}
		if (ex instanceof UnresolvedAddressException || ex.getCause() instanceof UnresolvedAddressException) {
			return "no such host";
		}
		if (ex instanceof ConnectException && ex.getMessage() == null) {
			return "connection refused";
		}
		return (ex.getMessage() == null) ? ex.getClass().getSimpleName() : Shown.line(ex.getMessage());
	}

}
