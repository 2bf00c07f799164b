package org.springframework.samples.clinic;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootConfiguration(proxyBeanMethods = false)
@AutoConfigurationPackage
@EnableScheduling
public class ClinicApplication {

	@Bean
	Visits visits(TaskScheduler taskScheduler) {
		return new Visits(taskScheduler);
	}

}
