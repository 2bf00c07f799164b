package io.timerscope.websocket;

class TomcatSessionOwnersTests extends SessionOwnersContract {

	TomcatSessionOwnersTests() {
		super(ChatServer.Container.TOMCAT);
	}

}
