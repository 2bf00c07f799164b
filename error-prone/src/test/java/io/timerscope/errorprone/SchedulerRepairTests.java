package io.timerscope.errorprone;

import org.junit.jupiter.api.Test;

/**
 * The repairs that {@link SchedulerNeverShutDown} suggests.
 */
class SchedulerRepairTests {

	private final CheckFixture check = new CheckFixture(SchedulerNeverShutDown.class);

	@Test
	void endsAFieldInTheCloseMethodOfItsClass() {
		this.check.repairs("""
				import java.util.Timer;

				class Sample implements AutoCloseable {
				  private final Timer timer = new Timer();

				  @Override
				  public void close() {
				    System.out.println("closed");
				  }
				}
				""", """
				import java.util.Timer;

				class Sample implements AutoCloseable {
				  private final Timer timer = new Timer();

				  @Override
				  public void close() {
				    System.out.println("closed");
				    this.timer.cancel();
				  }
				}
				""");
	}

	@Test
	void endsALocalInAFinallyBlock() {
		this.check.repairs("""
				import java.util.concurrent.Callable;
				import java.util.concurrent.Executors;
				import java.util.concurrent.ScheduledExecutorService;
				import java.util.concurrent.TimeUnit;

				class Sample {
				  void probe(Callable<String> task) throws Exception {
				    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				    pool.schedule(task, 1, TimeUnit.SECONDS).get();
				    pool.shutdown();
				  }
				}
				""", """
				import java.util.concurrent.Callable;
				import java.util.concurrent.Executors;
				import java.util.concurrent.ScheduledExecutorService;
				import java.util.concurrent.TimeUnit;

				class Sample {
				  void probe(Callable<String> task) throws Exception {
				    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
				    try {
				      pool.schedule(task, 1, TimeUnit.SECONDS).get();
				    } finally {
				      pool.shutdown();
				    }
				  }
				}
				""");
	}

	@Test
	void makesAnArgumentInAConfigurationABean() {
		this.check.repairs("""
				import java.util.concurrent.Executors;
				import org.springframework.context.annotation.Configuration;
				import org.springframework.scheduling.annotation.SchedulingConfigurer;
				import org.springframework.scheduling.config.ScheduledTaskRegistrar;

				@Configuration
				class Sample implements SchedulingConfigurer {
				  @Override
				  public void configureTasks(ScheduledTaskRegistrar registrar) {
				    registrar.setScheduler(Executors.newScheduledThreadPool(4));
				  }
				}
				""", """
				import java.util.concurrent.Executors;
				import java.util.concurrent.ScheduledExecutorService;
				import org.springframework.context.annotation.Bean;
				import org.springframework.context.annotation.Configuration;
				import org.springframework.scheduling.annotation.SchedulingConfigurer;
				import org.springframework.scheduling.config.ScheduledTaskRegistrar;

				@Configuration
				class Sample implements SchedulingConfigurer {
				  @Override
				  public void configureTasks(ScheduledTaskRegistrar registrar) {
				    registrar.setScheduler(configureTasksExecutor());
				  }

				  @Bean(destroyMethod = "shutdown")
				  ScheduledExecutorService configureTasksExecutor() {
				    return Executors.newScheduledThreadPool(4);
				  }
				}
				""");
	}

}
