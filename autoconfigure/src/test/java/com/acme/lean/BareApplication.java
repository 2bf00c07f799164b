package com.acme.lean;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Has nothing of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareApplication {

}
