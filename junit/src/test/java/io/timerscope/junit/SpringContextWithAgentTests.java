package io.timerscope.junit;

import java.util.Map;

/** With the agent, which sees what the context makes, too. */
class SpringContextWithAgentTests extends SpringContextTests {

	@Override
	Map<String, String> parameters() {
		return AgentTests.AGENT;
	}

}
