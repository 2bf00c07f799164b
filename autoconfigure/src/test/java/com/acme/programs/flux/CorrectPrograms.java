package com.acme.programs.flux;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Those that do nothing wrong. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("com.acme.programs.flux.correct")
public class CorrectPrograms {

}
