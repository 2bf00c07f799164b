package io.timerscope.web;

class JettyLateBeanTests extends LateBeanTests {

	@Override
	RequestServer.Container container() {
		return RequestServer.Container.JETTY;
	}

}
