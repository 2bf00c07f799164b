package io.timerscope.webflux;

class JettyWebFluxRequestOwnerTests extends WebFluxRequestOwnerContract {

	JettyWebFluxRequestOwnerTests() {
		super(WebFluxServer.Container.JETTY);
	}

}
