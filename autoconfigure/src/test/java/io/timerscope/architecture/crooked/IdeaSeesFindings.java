package io.timerscope.architecture.crooked;

import io.timerscope.architecture.crooked.finding.Found;

class IdeaSeesFindings {

	final Found seen = new Found();

}
