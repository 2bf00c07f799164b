package io.timerscope.architecture.crooked.webflux;

import io.timerscope.architecture.crooked.autoconfigure.WiringSeesAll;

public class SiblingSeesWiring {

	final Class<?> seen = WiringSeesAll.class;

}
