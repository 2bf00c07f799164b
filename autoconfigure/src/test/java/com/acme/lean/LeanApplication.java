package com.acme.lean;

import java.util.Arrays;
import java.util.List;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.ledger.TaskTracker;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts with whatever is on the class path, says what is tracked, and stops. */
@EnableAutoConfiguration
@EnableScheduling
public class LeanApplication {

	public static void main(String[] args) {
		try (ConfigurableApplicationContext context = SpringApplication.run(LeanApplication.class, args)) {
			List<String> tracked = context.getBeanProvider(TaskLedger.class)
				.stream()
				.flatMap((ledger) -> ledger.schedulers().tracked().stream())
				.map(TaskTracker::name)
				.toList();
			boolean endpoint = Arrays.asList(context.getBeanDefinitionNames()).contains("timerscopeEndpoint");
			System.out.println("tracked " + tracked + ", endpoint " + endpoint + ", mocks " + makesInlineMocks());
		}
	}

	private static boolean makesInlineMocks() {
		try {
			Class.forName("org.mockito.internal.creation.bytebuddy.inject.MockMethodDispatcher", false, null);
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

}
