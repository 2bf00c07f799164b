package io.timerscope.webflux;

class NettyPropagationSessionOwnerTests extends WebFluxSessionOwnerContract {

	NettyPropagationSessionOwnerTests() {
		super(WebFluxServer.Container.NETTY, "auto");
	}

}
