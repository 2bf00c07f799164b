package com.acme.leaks;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs sample classes in a JVM of their own, with the JUnit that is on its class path.
 */
public final class RunSamples {

	private RunSamples() {
	}

	/**
	 * Runs and prints.
	 * @param classNames the samples
	 */
	public static void main(String[] classNames) {
		LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
		for (String className : classNames) {
			request.selectors(DiscoverySelectors.selectClass(className));
		}
		LauncherDiscoveryRequest built = request.build();
		LauncherFactory.create().execute(built, new TestExecutionListener() {
			@Override
			public void executionFinished(TestIdentifier test, TestExecutionResult result) {
				System.out.println(test.getDisplayName() + " " + result.getStatus());
				result.getThrowable().ifPresent((ex) -> System.out.println(ex.getMessage()));
			}
		});
		Leftovers.end();
	}

}
