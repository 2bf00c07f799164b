package com.acme.endpoints;

import jakarta.websocket.Decoder;
import jakarta.websocket.Encoder;

/** What guests say. */
public record Greeting(String text) {

	/** Reads it. */
	public static class Reader implements Decoder.Text<Greeting> {

		@Override
		public Greeting decode(String text) {
			return new Greeting(text);
		}

		@Override
		public boolean willDecode(String text) {
			return true;
		}

	}

	/** Writes it. */
	public static class Writer implements Encoder.Text<Greeting> {

		@Override
		public String encode(Greeting greeting) {
			return "<" + greeting.text() + ">";
		}

	}

}
