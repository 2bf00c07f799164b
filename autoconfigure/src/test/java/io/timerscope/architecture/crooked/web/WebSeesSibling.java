package io.timerscope.architecture.crooked.web;

import io.timerscope.architecture.crooked.webflux.SiblingSeesWiring;

public class WebSeesSibling {

	final Class<?> seen = SiblingSeesWiring.class;

}
