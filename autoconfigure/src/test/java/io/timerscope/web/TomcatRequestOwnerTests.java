package io.timerscope.web;

class TomcatRequestOwnerTests extends RequestOwnerContract {

	TomcatRequestOwnerTests() {
		super(RequestServer.Container.TOMCAT);
	}

}
