package io.timerscope.sample.soak;

/** What a plug-in runs. Each has its own copy of the class. */
public final class PlugIn implements Runnable {

	@Override
	public void run() {
		Thread.onSpinWait();
	}

}
