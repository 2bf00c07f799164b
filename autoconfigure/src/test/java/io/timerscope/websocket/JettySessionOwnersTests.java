package io.timerscope.websocket;

class JettySessionOwnersTests extends SessionOwnersContract {

	JettySessionOwnersTests() {
		super(ChatServer.Container.JETTY);
	}

}
