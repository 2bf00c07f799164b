package com.acme.programs;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Those that do nothing wrong. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("com.acme.programs.correct")
public class CorrectPrograms {

}
