package io.timerscope.webflux;

class NettySessionOwnerTests extends WebFluxSessionOwnerContract {

	NettySessionOwnerTests() {
		super(WebFluxServer.Container.NETTY, "limited");
	}

}
