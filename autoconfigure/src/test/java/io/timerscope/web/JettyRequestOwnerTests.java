package io.timerscope.web;

class JettyRequestOwnerTests extends RequestOwnerContract {

	JettyRequestOwnerTests() {
		super(RequestServer.Container.JETTY);
	}

}
