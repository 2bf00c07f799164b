package io.timerscope.actuate;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * An application that lets those who have signed in read, and operators cancel: Ada is an
 * operator, Bob is none.
 */
final class Guarded {

	private Guarded() {
	}

	private static SecurityFilterChain chain(HttpSecurity http, Customizer<CsrfConfigurer<HttpSecurity>> csrf) {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(HttpMethod.DELETE)
				.hasRole("OPERATOR")
				.anyRequest()
				.authenticated())
			.formLogin(Customizer.withDefaults())
			.httpBasic(Customizer.withDefaults())
			.csrf(csrf)
			.build();
	}

	/** Who may sign in. Hashing a password takes no time, since it protects nothing. */
	abstract static class People {

		private final PasswordEncoder passwords = new BCryptPasswordEncoder(4);

		@Bean
		PasswordEncoder passwords() {
			return this.passwords;
		}

		@Bean
		UserDetailsService people() {
			String secret = this.passwords.encode("secret");
			return new InMemoryUserDetailsManager(User.withUsername("ada").password(secret).roles("OPERATOR").build(),
					User.withUsername("bob").password(secret).roles("VIEWER").build());
		}

	}

	/** The token of the session, which no script gets to see. */
	@Configuration(proxyBeanMethods = false)
	static class BySession extends People {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return Guarded.chain(http, Customizer.withDefaults());
		}

	}

	/** The token in a cookie for scripts. */
	@Configuration(proxyBeanMethods = false)
	static class ByCookie extends People {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return Guarded.chain(http, CsrfConfigurer::spa);
		}

	}

}
