package com.acme.programs;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Those that leak. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("com.acme.programs.leaking")
public class LeakingPrograms {

}
