package io.timerscope.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Trust}, with a certificate of our own.
 */
class TrustTests {

	private static final String PASSWORD = "changeit";

	@TempDir
	static Path folder;

	private static Path store;

	private static HttpsServer server;

	@BeforeAll
	static void start() throws Exception {
		store = folder.resolve("store.p12");
		keytool("-genkeypair", "-alias", "fleet", "-keyalg", "EC", "-dname", "CN=fleet", "-ext", "san=ip:127.0.0.1");
		KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
		KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		factory.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(factory.getKeyManagers(), null, null);
		server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(context));
		server.createContext("/actuator/timers",
				(exchange) -> Said.nothing().leak("Orders.place", 42, 10).answer().send(exchange));
		server.start();
	}

	@AfterAll
	static void stop() {
		server.stop(0);
	}

	@Test
	void aTruststoreOfTheJdksOwnFormIsTrusted() throws IOException {
		Path password = Files.writeString(folder.resolve("password"), PASSWORD);
		assertThat(ran("--truststore", store.toString(), "--truststore-password-file", password.toString()).out())
			.contains("1 answered");
	}

	@Test
	void certificatesInPemAreTrusted() throws Exception {
		KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
		Path pem = Files.writeString(folder.resolve("ca.pem"),
				"-----BEGIN CERTIFICATE-----\n"
						+ Base64.getMimeEncoder().encodeToString(keys.getCertificate("fleet").getEncoded())
						+ "\n-----END CERTIFICATE-----\n");
		assertThat(ran("--truststore", pem.toString()).out()).contains("1 answered");
	}

	@Test
	void whomNobodyVouchesForIsNotAsked() {
		assertThat(ran().out()).contains("1 did not").contains("unreachable: ").contains("PKIX");
	}

	@Test
	void aFileThatIsNoTruststoreIsNamed() throws IOException {
		Path file = Files.writeString(folder.resolve("store"), "nothing");
		assertThat(ran("--truststore", file.toString()).err()).contains(file + " is no truststore");
	}

	private static Ran ran(String... options) {
		List<String> all = new ArrayList<>(Arrays.asList(options));
		all.addAll(List.of("--scheme", "https", "--retries", "0"));
		return Ran.fleet(List.of("127.0.0.1:" + server.getAddress().getPort()), all.toArray(String[]::new));
	}

	private static void keytool(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.addAll(Arrays.asList(arguments));
		command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(folder.resolve("keytool.out").toFile())
			.start();
		assertThat(process.waitFor()).isZero();
	}

}
