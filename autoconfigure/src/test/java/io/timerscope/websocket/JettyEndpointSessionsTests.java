package io.timerscope.websocket;

class JettyEndpointSessionsTests extends EndpointSessionsContract {

	JettyEndpointSessionsTests() {
		super(ChatServer.Container.JETTY);
	}

}
