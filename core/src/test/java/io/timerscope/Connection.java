package io.timerscope;

import org.jspecify.annotations.Nullable;

/** Something that ends, as a WebSocket session does. */
public final class Connection {

	/** Knows connections that are closed. */
	public static final EndedObjects CLOSED = new EndedObjects() {

		@Override
		public @Nullable String ended(Object object, Owner owner) {
			return (object instanceof Connection connection && connection.closed) ? "a closed Connection" : null;
		}

		@Override
		public boolean isShared(Object object) {
			return object instanceof SharedService;
		}

	};

	private volatile boolean closed;

	public void close() {
		this.closed = true;
	}

	public boolean isClosed() {
		return this.closed;
	}

	public void ping() {
	}

	/** Belongs to the whole application, as a singleton bean does. */
	public static final class SharedService {

		private final Connection lastConnection;

		public SharedService(Connection lastConnection) {
			this.lastConnection = lastConnection;
		}

		public void work() {
			this.lastConnection.ping();
		}

	}

	/** One of many, which the application makes for each connection. */
	public static final class Client {

		private final Connection connection;

		public Client(Connection connection) {
			this.connection = connection;
		}

		public void beat() {
			this.connection.ping();
		}

	}

	/** Opens another connection when its own is closed. */
	public static final class Reconnecting {

		private volatile Connection connection;

		public Reconnecting(Connection connection) {
			this.connection = connection;
		}

		public void check() {
			if (this.connection.closed) {
				this.connection = new Connection();
			}
		}

	}

}
