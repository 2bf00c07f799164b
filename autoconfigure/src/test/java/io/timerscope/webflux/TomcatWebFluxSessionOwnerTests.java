package io.timerscope.webflux;

class TomcatWebFluxSessionOwnerTests extends WebFluxSessionOwnerContract {

	TomcatWebFluxSessionOwnerTests() {
		super(WebFluxServer.Container.TOMCAT, "limited");
	}

}
