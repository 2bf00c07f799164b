package io.timerscope.origin;

import java.util.List;

import io.timerscope.origin.ApplicationFrames.Rank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrameRankingTests {

	private final FrameRanking ranking = new FrameRanking(List.of("com.netflix.shop"), List.of());

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders, APPLICATION", "com.netflix.shop.Orders, APPLICATION",
			"com.netflix.shopping.Orders, LIBRARY", "com.zaxxer.hikari.pool.HikariPool, LIBRARY",
			"org.springframework.web.socket.sockjs.transport.TransportHandlingSockJsService, LIBRARY",
			"org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler, NEVER",
			"org.springframework.scheduling.config.ScheduledTaskRegistrar, LIBRARY",
			"io.micrometer.context.ContextSnapshot, OPERATOR", "io.grpc.Context$1, OPERATOR",
			"io.grpc.ContextUtils, LIBRARY", "java.lang.Thread, DISPATCH", "java.lang.ThreadLocal, NEVER",
			"java.util.concurrent.ThreadPoolExecutor, NEVER",
			"java.util.concurrent.ThreadPoolExecutor$Worker, DISPATCH",
			"java.util.concurrent.CompletableFuture, PLATFORM",
			"org.springframework.aop.framework.CglibAopProxy$CglibMethodInvocation, PROCEED",
			"org.springframework.aop.framework.CglibAopProxy$DynamicAdvisedInterceptor, PROXY",
			"org.springframework.aop.interceptor.AsyncExecutionInterceptor, PLATFORM" })
	void theLongestNameDecides(String className, Rank rank) {
		assertThat(this.ranking.ofName(className)).isEqualTo(rank);
	}

}
