package io.timerscope.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are trusted. Names of hosts are always checked. */
final class Trust {

	private Trust() {
	}

	static SSLContext in(Path file, String password) throws IOException {
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(isPem(file) ? pem(file) : KeyStore.getInstance(file.toFile(), password.toCharArray()));
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, factory.getTrustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new UnusableException(file + " is no truststore: " + ex.getMessage(), ex);
		}
	}

	private static boolean isPem(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE");
	}

	private static KeyStore pem(Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		for (Certificate certificate : CertificateFactory.getInstance("X.509")
			.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
			store.setCertificateEntry("ca-" + store.size(), certificate);
		}
		return store;
	}

}
