/**
 * The only place where a bean is replaced. What happens on a scheduling call and what
 * type a bean must still have are two questions, answered by different classes.
 */
@NullMarked
package io.timerscope.spring;

import org.jspecify.annotations.NullMarked;
