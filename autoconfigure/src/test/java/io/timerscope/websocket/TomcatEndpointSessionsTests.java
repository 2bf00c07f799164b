package io.timerscope.websocket;

class TomcatEndpointSessionsTests extends EndpointSessionsContract {

	TomcatEndpointSessionsTests() {
		super(ChatServer.Container.TOMCAT);
	}

}
