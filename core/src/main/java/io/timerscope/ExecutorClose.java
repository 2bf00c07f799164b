package io.timerscope;

import java.util.concurrent.ExecutorService;

/** {@code ExecutorService.close}, which the JDK has from 19 on. */
final class ExecutorClose {

	private ExecutorClose() {
	}

	static void close(ExecutorService executor) {
		if (executor instanceof AutoCloseable closeable) {
			try {
				closeable.close();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IllegalStateException("close of " + executor + " threw a checked exception", ex);
			}
		}
		else {
			executor.shutdown();
		}
	}

}
