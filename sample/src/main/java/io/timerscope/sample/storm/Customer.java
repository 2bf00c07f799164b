package io.timerscope.sample.storm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One connection: places an order, pays it, and pauses until its next round. Used by the
 * thread of the crowd only.
 */
final class Customer {

	private static final Pattern ORDER = Pattern.compile("\"id\":(\\d+)");

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

	private static final Pattern CLOSE = Pattern.compile("(?i)\r\nconnection: *close");

	private final Selector selector;

	private final InetSocketAddress shop;

	private final String path;

	private final Tally tally;

	private final String form;

	private final StringBuilder answer = new StringBuilder();

	private @Nullable SocketChannel channel;

	private @Nullable ByteBuffer request;

	private long askedNanos;

	private boolean paying;

	Customer(Selector selector, int port, String path, Tally tally, int number) {
		this.selector = selector;
		this.shop = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
		this.path = path;
		this.tally = tally;
		String name = "customer " + number;
		this.form = "{\"customer\":\"" + name + ".".repeat(Weather.CUSTOMER - name.length()) + "\"}";
	}

	boolean isWaiting() {
		return this.request != null;
	}

	boolean isImpatient(long now) {
		return isWaiting() && now - this.askedNanos > Weather.PATIENCE.toNanos();
	}

	void order() throws IOException {
		this.paying = false;
		ask(this.path, this.form);
	}

	private void ask(String path, String body) throws IOException {
		this.askedNanos = System.nanoTime();
		this.tally.asked();
		this.answer.setLength(0);
		this.request = ByteBuffer
			.wrap(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
					+ body.length() + "\r\n\r\n" + body)
				.getBytes(StandardCharsets.ISO_8859_1));
		if (this.channel == null) {
			SocketChannel channel = SocketChannel.open();
			this.channel = channel;
			channel.configureBlocking(false);
			channel.connect(this.shop);
			channel.register(this.selector, SelectionKey.OP_CONNECT, this);
		}
		else {
			write(this.channel, this.request);
		}
	}

	/** Something can be done. */
	void go(SelectionKey key, ByteBuffer buffer) throws IOException {
		SocketChannel channel = this.channel;
		if (channel == null || key.channel() != channel) {
			return;
		}
		if (key.isConnectable()) {
			channel.finishConnect();
		}
		if (key.isReadable()) {
			read(channel, buffer);
		}
		else if (this.request != null) {
			write(channel, this.request);
		}
	}

	private void write(SocketChannel channel, ByteBuffer request) throws IOException {
		channel.write(request);
		channel.register(this.selector, request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ, this);
	}

	private void read(SocketChannel channel, ByteBuffer buffer) throws IOException {
		buffer.clear();
		if (channel.read(buffer) < 0) {
			leave();
			return;
		}
		this.answer.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
		if (isWaiting() && isWhole(this.answer)) {
			this.request = null;
			this.tally.answered(System.nanoTime() - this.askedNanos);
			answered(this.answer.toString());
		}
	}

	private static boolean isWhole(CharSequence answer) {
		int head = answer.toString().indexOf("\r\n\r\n");
		if (head < 0) {
			return false;
		}
		Matcher length = LENGTH.matcher(answer).region(0, head);
		boolean bare = answer.toString().startsWith("HTTP/1.1 204");
		return bare || (length.find() ? answer.length() >= head + 4 + Integer.parseInt(length.group(1))
				: answer.toString().endsWith("0\r\n\r\n"));
	}

	private void answered(String answer) throws IOException {
		if (CLOSE.matcher(answer).find()) {
			leave();
		}
		Matcher order = ORDER.matcher(answer);
		if (!this.paying && answer.startsWith("HTTP/1.1 201") && order.find()) {
			this.tally.placed();
			this.paying = true;
			ask(this.path + "/" + order.group(1) + "/payment", "");
		}
		else if (answer.startsWith("HTTP/1.1 503")) {
			this.tally.refused();
		}
		else if (!answer.startsWith("HTTP/1.1 204")) {
			this.tally.failed();
		}
	}

	/** Ends the connection; the next order opens another one. */
	void leave() {
		if (isWaiting()) {
			this.request = null;
			this.tally.unanswered();
		}
		SocketChannel channel = this.channel;
		this.channel = null;
		try {
			if (channel != null) {
				channel.close();
			}
		}
		catch (IOException ex) {
			// It is gone either way
		}
	}

}
