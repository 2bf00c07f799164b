package com.acme.requests;

import java.util.List;

import jakarta.servlet.Filter;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableScheduling
@Import({ CartController.class, ErrorPage.class, LateBeans.class, LateController.class })
public class RequestApplication {

	@Bean
	ServletRegistrationBean<RawServlet> rawServlet(CartController carts) {
		ServletRegistrationBean<RawServlet> registration = new ServletRegistrationBean<>(new RawServlet(carts),
				"/raw/*");
		registration.setAsyncSupported(true);
		return registration;
	}

	/** Schedules before any route is known. */
	@Bean
	FilterRegistrationBean<Filter> earlyFilter(CartController carts) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			if (request.getParameter("early") != null) {
				carts.expireLater();
			}
			if (request.getParameter("payload") != null) {
				carts.carry(request);
			}
			chain.doFilter(request, response);
		});
		registration.setAsyncSupported(true);
		registration.setUrlPatterns(List.of("/*"));
		return registration;
	}

}
