package io.timerscope.web;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import io.timerscope.OwnerContext;
import io.timerscope.OwnerKind;
import io.timerscope.ledger.TaskLedger;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.StandardServletAsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncTask;
import org.springframework.web.context.request.async.WebAsyncUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What Spring MVC does with a {@link Callable}, beside it. */
class CallableHandOverTests {

	private final TaskLedger ledger = TaskLedger.builder().build();

	private final OwnerContext context = this.ledger.context();

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/orders");

	private final StandardServletAsyncWebRequest web = new StandardServletAsyncWebRequest(this.request,
			new MockHttpServletResponse());

	@Test
	void theWorkIsDoneForItsRequest() throws Exception {
		assertThat(done(() -> "for " + this.context.nearest(OwnerKind.REQUEST).name(), () -> {
		})).isEqualTo("for POST /orders");
	}

	@Test
	void theWorkIsDoneAlsoWhereItsRequestIsOverBefore() throws Exception {
		assertThat(done(() -> "for " + this.context.nearest(OwnerKind.REQUEST), this.web::requestCompleted))
			.isEqualTo("for null");
	}

	/** Has a callable done by another thread, where something else comes first. */
	private Object done(Callable<Object> work, Runnable before) throws Exception {
		this.request.setAsyncSupported(true);
		WebAsyncManager manager = WebAsyncUtils.getAsyncManager(this.request);
		manager.setAsyncWebRequest(this.web);
		manager.registerCallableInterceptor("owner", new CallableHandOver(this.context));
		CompletableFuture<Void> over = new CompletableFuture<>();
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor();
		executor.setTaskDecorator((task) -> () -> {
			before.run();
			task.run();
			over.complete(null);
		});
		new RequestOwnerFilter(new OpenRequests(this.ledger)).doFilter(this.request, new MockHttpServletResponse(),
				(request, response) -> start(manager, new WebAsyncTask<>(null, executor, work)));
		over.join();
		return manager.getConcurrentResult();
	}

	private static void start(WebAsyncManager manager, WebAsyncTask<Object> work) throws ServletException {
		try {
			manager.startCallableProcessing(work);
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
