package io.timerscope.threads;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.management.JMException;
import javax.management.ObjectName;

import org.jspecify.annotations.Nullable;

/**
 * Asks the JVM for its own dump of all threads, which goes through a temporary file that
 * only the user of this process can read. One at a time.
 *
 * @since 0.1.0
 */
public final class VirtualThreads {

	/** The release of the JDK from which on there is such a dump. */
	public static final int NEEDS = 21;

	private static final int THREADS = 200_000;

	private static final Duration TIME = Duration.ofSeconds(10);

	private final AtomicBoolean busy = new AtomicBoolean();

	/**
	 * Whether this JVM has virtual threads and a dump of them.
	 * @return {@code true} from JDK 21 on
	 */
	public static boolean areThere() {
		return Runtime.version().feature() >= NEEDS;
	}

	/**
	 * Dumps the threads; the JVM takes the longer the more there are.
	 * @return the dump, or {@code null} while another one is under way
	 * @throws IOException if the JVM or the file system refuses
	 */
	public @Nullable VirtualThreadDump dump() throws IOException {
		if (!this.busy.compareAndSet(false, true)) {
			return null;
		}
		try {
			Path directory = Files.createTempDirectory("timerscope-threads");
			Path file = directory.resolve("threads.json").toAbsolutePath();
			try {
				return dump(file);
			}
			finally {
				Files.deleteIfExists(file);
				Files.deleteIfExists(directory);
			}
		}
		finally {
			this.busy.set(false);
		}
	}

	private static VirtualThreadDump dump(Path file) throws IOException {
		Instant time = Instant.now();
		try {
			ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "dumpThreads",
						new Object[] { file.toString(), "JSON" },
						new String[] { String.class.getName(), String.class.getName() });
		}
		catch (JMException | RuntimeException ex) {
			throw new IOException("The JVM made no dump of its threads: " + ex.getMessage(), ex);
		}
		try (BufferedReader in = Files.newBufferedReader(file)) {
			return new ThreadDumpReader(in, THREADS, System.nanoTime() + TIME.toNanos()).read(time);
		}
	}

}
