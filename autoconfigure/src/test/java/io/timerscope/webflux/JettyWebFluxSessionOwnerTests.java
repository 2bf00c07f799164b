package io.timerscope.webflux;

class JettyWebFluxSessionOwnerTests extends WebFluxSessionOwnerContract {

	JettyWebFluxSessionOwnerTests() {
		super(WebFluxServer.Container.JETTY, "limited");
	}

}
