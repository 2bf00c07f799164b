package io.timerscope.benchmarks.cost;

import java.io.IOException;

import io.timerscope.ledger.TaskLedger;
import io.timerscope.web.OpenRequests;
import io.timerscope.web.RequestOwnerFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that schedules nothing, through the filter and without. */
@State(Scope.Benchmark)
public class Requests {

	@Param({ "BARE", "TIMERSCOPE" })
	public Peer peer = Peer.BARE;

	/** Any work that cannot be left out. */
	public long requests;

	private final FilterChain chain = (request, response) -> this.requests++;

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private Filter filter = (request, response, chain) -> chain.doFilter(request, response);

	@Setup
	public void start() {
		if (this.peer == Peer.TIMERSCOPE) {
			this.filter = new RequestOwnerFilter(new OpenRequests(TaskLedger.builder().build()));
		}
	}

	@Benchmark
	public MockHttpServletRequest request() throws ServletException, IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
		this.filter.doFilter(request, this.response, this.chain);
		return request;
	}

}
