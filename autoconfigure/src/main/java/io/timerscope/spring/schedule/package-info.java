/**
 * What happens on a scheduling call: the decorators of Spring's and the JDK's schedulers,
 * and what of a task or trigger they read. Sees no other package of the integration.
 */
@NullMarked
package io.timerscope.spring.schedule;

import org.jspecify.annotations.NullMarked;
