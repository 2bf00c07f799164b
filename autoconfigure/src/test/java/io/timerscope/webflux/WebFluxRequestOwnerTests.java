package io.timerscope.webflux;

class WebFluxRequestOwnerTests extends WebFluxRequestOwnerContract {

	WebFluxRequestOwnerTests() {
		super(WebFluxServer.Container.NETTY);
	}

}
