package io.timerscope.fleet;

import java.util.ArrayList;
import java.util.List;

/** What an instance says, as JSON. */
final class Said {

	private final List<String> sites = new ArrayList<>();

	private final List<String> findings = new ArrayList<>();

	private long leaked;

	static Said nothing() {
		return new Said();
	}

	/** A line that leaks, in a version that knows fingerprints. */
	Said leak(String method, int line, long leaked) {
		return leak(method, line, leaked, "\"fingerprint\": \"" + fingerprint(method) + "\",");
	}

	/** A line that leaks, in a version that knows none. */
	Said oldLeak(String method, int line, long leaked) {
		return leak(method, line, leaked, "");
	}

	private Said leak(String method, int line, long leaked, String fingerprint) {
		this.leaked += leaked;
		this.sites.add("{\"site\": \"%s\", %s \"live\": %d, \"outlived\": %d, \"leaked\": %d, \"scheduled\": 500}"
			.formatted(site(method, line), fingerprint, leaked + 2, leaked, leaked));
		return this;
	}

	Said finding(String kind, String severity, String method, int line, long count, String since) {
		this.findings.add(("{\"id\": \"f1\", \"kind\": \"%s\", \"severity\": \"%s\", \"fingerprint\": \"%s\", "
				+ "\"subject\": \"%s\", \"scheduler\": \"taskScheduler\", \"count\": %d, \"since\": \"%s\", "
				+ "\"evidence\": \"seen by %d\", \"advice\": \"end it\"}")
			.formatted(kind, severity, fingerprint(kind + method), site(method, line), count, since, count));
		return this;
	}

	String json() {
		return "{\"time\": \"2026-11-26T10:00:00Z\", \"totals\": {\"scheduled\": 500, \"live\": %d, \"leaked\": %d}, "
			.formatted(this.leaked + 10, this.leaked) + "\"findings\": [" + String.join(", ", this.findings)
				+ "], \"sites\": [" + String.join(", ", this.sites) + "], \"tasks\": [{\"id\": \"1\"}], \"later\": {}}";
	}

	SimulatedInstances.Answer answer() {
		return SimulatedInstances.json(json());
	}

	static String site(String method, int line) {
		return "com.acme." + method + "(" + method.substring(0, method.indexOf('.')) + ".java:" + line + ")";
	}

	static String fingerprint(String text) {
		return "%012x".formatted(text.hashCode() & 0xFFFFFFFFL);
	}

}
