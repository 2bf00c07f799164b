package com.acme.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Keeps what was uploaded for as long as its task is scheduled. */
public final class Uploads {

	private static final int MEGABYTE = 1 << 20;

	private final ScheduledExecutorService scheduler;

	private final Store store = new Store();

	public Uploads(ScheduledExecutorService scheduler) {
		this.scheduler = scheduler;
	}

	/** A task that holds a megabyte, in a field of an object. */
	public ScheduledFuture<?> accept(String name) {
		Upload upload = new Upload(name, new byte[MEGABYTE]);
		return this.scheduler.scheduleAtFixedRate(() -> this.store.check(upload), 1, 1, TimeUnit.HOURS);
	}

	/** A task that holds many small objects in a list. */
	public ScheduledFuture<?> acceptParts(int parts) {
		List<Part> list = new ArrayList<>();
		for (int i = 0; i < parts; i++) {
			list.add(new Part(i));
		}
		return this.scheduler.scheduleAtFixedRate(list::clear, 1, 1, TimeUnit.HOURS);
	}

	/** A task that holds what only the JDK can see into. */
	public ScheduledFuture<?> acceptBuilder() {
		StringBuilder builder = new StringBuilder(MEGABYTE);
		return this.scheduler.scheduleAtFixedRate(() -> builder.setLength(0), 1, 1, TimeUnit.HOURS);
	}

	/** What belongs to the whole application. */
	public static final class Store {

		private final byte[] disk = new byte[50 * MEGABYTE];

		void check(Upload upload) {
			this.disk[0] = upload.content[0];
		}

	}

	/** What somebody sent. */
	public static final class Upload {

		private final String name;

		private final byte[] content;

		Upload(String name, byte[] content) {
			this.name = name;
			this.content = content;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** A part of it. */
	public record Part(int number) {
	}

}
