package com.acme.tests;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the samples, and prints what came of each. */
public final class RunSamples {

	private RunSamples() {
	}

	public static void main(String[] arguments) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(DiscoverySelectors.selectClass(CartSamples.class))
			.build();
		LauncherFactory.create().execute(request, new TestExecutionListener() {

			@Override
			public void executionFinished(TestIdentifier test, TestExecutionResult result) {
				System.out.println("test: " + test.getDisplayName() + " " + result.getStatus());
				result.getThrowable().ifPresent((failure) -> System.out.println("test: " + failure));
			}

		});
		System.out.println("test: all over");
	}

}
