package io.timerscope.webflux;

class TomcatWebFluxRequestOwnerTests extends WebFluxRequestOwnerContract {

	TomcatWebFluxRequestOwnerTests() {
		super(WebFluxServer.Container.TOMCAT);
	}

}
