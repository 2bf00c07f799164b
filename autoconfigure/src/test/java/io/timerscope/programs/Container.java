package io.timerscope.programs;

import java.util.List;

import com.acme.programs.CorrectPrograms;
import com.acme.programs.LeakingPrograms;
import com.acme.programs.ServletPrograms;
import com.acme.programs.flux.FluxPrograms;

import org.springframework.boot.WebApplicationType;

/** The servers that programs run on. */
enum Container {

	TOMCAT(WebApplicationType.SERVLET,
			"org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration"),

	JETTY(WebApplicationType.SERVLET,
			"org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration"),

	NETTY(WebApplicationType.REACTIVE,
			"org.springframework.boot.tomcat.autoconfigure.reactive.TomcatReactiveWebServerAutoConfiguration",
			"org.springframework.boot.jetty.autoconfigure.reactive.JettyReactiveWebServerAutoConfiguration");

	private final WebApplicationType type;

	private final List<String> others;

	Container(WebApplicationType type, String... others) {
		this.type = type;
		this.others = List.of(others);
	}

	WebApplicationType type() {
		return this.type;
	}

	List<String> others() {
		return this.others;
	}

	Class<?> application() {
		return (this == NETTY) ? FluxPrograms.class : ServletPrograms.class;
	}

	Class<?> correctPrograms() {
		return (this == NETTY) ? com.acme.programs.flux.CorrectPrograms.class : CorrectPrograms.class;
	}

	Class<?> leakingPrograms() {
		return (this == NETTY) ? com.acme.programs.flux.LeakingPrograms.class : LeakingPrograms.class;
	}

	List<Program> correct() {
		return (this == NETTY) ? FluxTable.CORRECT : ServletTable.CORRECT;
	}

	/** Jetty's own session is none of Jakarta's. */
	List<Leak> leaks() {
		return switch (this) {
			case TOMCAT -> ServletTable.LEAKS;
			case JETTY -> ServletTable.LEAKS.stream().filter((it) -> !it.method().equals("nativeSession")).toList();
			case NETTY -> FluxTable.LEAKS;
		};
	}

}
