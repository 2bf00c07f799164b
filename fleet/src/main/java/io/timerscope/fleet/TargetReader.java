package io.timerscope.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads whom to ask: URLs, and lists in the format of Prometheus' service discovery, from
 * files (JSON or YAML) and over HTTP.
 */
final class TargetReader {

	/** YAML reads JSON too. */
	private final YAMLMapper mapper = YAMLMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final Http http;

	private final String scheme;

	private final String path;

	private final Map<URI, Target> targets = new LinkedHashMap<>();

	/**
	 * Knows what a target's address leaves open.
	 * @param http reads lists over HTTP
	 * @param scheme of addresses that have none
	 * @param path of the endpoint, for addresses that have none
	 */
	TargetReader(Http http, String scheme, String path) {
		this.http = http;
		this.scheme = scheme;
		this.path = path.startsWith("/") ? path : "/" + path;
	}

	/** The targets read so far, each once. */
	Collection<Target> targets() {
		return this.targets.values();
	}

	void add(String address) {
		add(address, Map.of());
	}

	void addList(String source) throws IOException, InterruptedException {
		List<Group> groups;
		try {
			groups = this.mapper.readValue(text(source), new TypeReference<List<Group>>() {
			});
		}
		catch (JacksonException ex) {
			throw new UnusableException(
					source + " is no list of targets as Prometheus' file or HTTP service discovery has it", ex);
		}
		if (groups != null) {
			groups.forEach((group) -> group.targets().forEach((address) -> add(address, group.labels())));
		}
	}

	private String text(String source) throws IOException, InterruptedException {
		if (source.matches("https?://.*")) {
			Http.Reply reply = this.http.get(uri(source), "application/json", false);
			if (reply.status() != 200) {
				throw new UnusableException(source + " answered " + reply.status(), null);
			}
			return new String(reply.body(), StandardCharsets.UTF_8);
		}
		return Files.readString(Path.of(source));
	}

	private void add(String address, Map<String, String> labels) {
		boolean isUrl = address.contains("://");
		URI given = uri(isUrl ? address : labels.getOrDefault("__scheme__", this.scheme) + "://" + address);
		boolean hasPath = given.getRawPath() != null && given.getRawPath().length() > 1;
		URI uri = hasPath ? given : given.resolve(this.path);
		this.targets.putIfAbsent(uri, new Target(Shown.line(hasPath ? address : given.getRawAuthority()), uri));
	}

	private static URI uri(String text) {
		try {
			URI uri = new URI(text);
			if (uri.getHost() != null && uri.getUserInfo() == null
					&& List.of("http", "https").contains(uri.getScheme())) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			throw new UnusableException("'" + text + "' is no address of an instance", ex);
		}
		throw new UnusableException("'" + text
				+ "' is no address of an instance: host:port, or http(s)://host:port/path " + "without a user name",
				null);
	}

	/**
	 * Targets that share their labels.
	 *
	 * @param targets addresses, mostly host and port
	 * @param labels what is known of them
	 */
	record Group(List<String> targets, Map<String, String> labels) {

		Group(@Nullable List<String> targets, @Nullable Map<String, String> labels) {
			this.targets = (targets == null) ? List.of() : targets;
			this.labels = (labels == null) ? Map.of() : labels;
		}

	}

}
