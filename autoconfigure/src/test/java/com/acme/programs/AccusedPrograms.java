package com.acme.programs;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Those that are meant as they are, and are accused all the same. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("com.acme.programs.accused")
public class AccusedPrograms {

}
