package io.timerscope.spring;

import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;

import io.timerscope.autoconfigure.TimerscopeAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** What a test puts in place of a scheduler is what the test put there. */
@SpringJUnitConfig
class OverriddenBeansTests {

	private final Runnable task = OverriddenBeansTests::nothing;

	private static final Instant LATER = Instant.now().plusSeconds(1000);

	@MockitoBean("mocked")
	private ThreadPoolTaskScheduler mocked;

	@MockitoSpyBean("spied")
	private ThreadPoolTaskScheduler spied;

	@TestBean(name = "replaced")
	private ThreadPoolTaskScheduler replaced;

	@Autowired
	@Qualifier("overAMock")
	private TaskScheduler overAMock;

	@Autowired
	private BeanFactory beans;

	private static void nothing() {
	}

	static ThreadPoolTaskScheduler replaced() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setDaemon(true);
		scheduler.initialize();
		return scheduler;
	}

	@Test
	void aMockIsTheMockAndSeesTheVeryTask() {
		assertThat(Mockito.mockingDetails(this.mocked).isMock()).isTrue();
		assertThat(this.beans.getBean("mocked")).isSameAs(this.mocked);
		this.mocked.schedule(this.task, LATER);
		BDDMockito.then(this.mocked).should().schedule(this.task, LATER);
		assertThat(reason("mocked")).isEqualTo("it is a mock, which is not tracked");
	}

	@Test
	void aSpyIsTheSpyAndSeesTheVeryTask() {
		assertThat(Mockito.mockingDetails(this.spied).isSpy()).isTrue();
		this.spied.schedule(this.task, LATER);
		BDDMockito.then(this.spied).should().schedule(this.task, LATER);
		assertThat(reason("spied")).isEqualTo("it is a mock, which is not tracked");
	}

	@Test
	void aMockBehindASchedulerSeesTheVeryTask() {
		ScheduledExecutorService mock = this.beans.getBean(Config.class).executor;
		this.overAMock.schedule(this.task, Instant.now().plusSeconds(10));
		assertThat(Mockito.mockingDetails(mock).getInvocations()).hasSize(1)
			.allSatisfy((call) -> assertThat(call.getArgument(0).getClass().getName())
				.startsWith("org.springframework.scheduling."));
		assertThat(reason("overAMock")).contains("it is a mock, which is not tracked");
	}

	@Test
	void aReplacementIsTheVeryObjectAndListed() {
		assertThat(this.replaced).isExactlyInstanceOf(ThreadPoolTaskScheduler.class);
		assertThat(reason("replaced")).isNotNull();
		assertThat(this.replaced.schedule(this.task, LATER).cancel(false)).isTrue();
	}

	private String reason(String name) {
		return WrappedContext.schedulers(this.beans).get(name).reason();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ TimerscopeAutoConfiguration.class })
	static class Config {

		private final ScheduledExecutorService executor = Mockito.mock(ScheduledExecutorService.class);

		@Bean
		ThreadPoolTaskScheduler mocked() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ThreadPoolTaskScheduler spied() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ThreadPoolTaskScheduler replaced() {
			return new ThreadPoolTaskScheduler();
		}

		@Bean
		ConcurrentTaskScheduler overAMock() {
			return new ConcurrentTaskScheduler(this.executor);
		}

	}

}
