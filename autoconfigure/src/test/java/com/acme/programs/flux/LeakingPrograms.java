package com.acme.programs.flux;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Those that leak. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("com.acme.programs.flux.leaking")
public class LeakingPrograms {

}
