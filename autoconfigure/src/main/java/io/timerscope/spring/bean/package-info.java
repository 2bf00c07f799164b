/**
 * Beans as owners: which bean schedules, which bean a task belongs to, and when a bean
 * ends.
 */
@NullMarked
package io.timerscope.spring.bean;

import org.jspecify.annotations.NullMarked;
