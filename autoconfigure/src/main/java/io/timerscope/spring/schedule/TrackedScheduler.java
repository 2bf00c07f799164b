package io.timerscope.spring.schedule;

/**
 * Marks a scheduler bean that was replaced by one whose tasks are in the ledger. Public,
 * since proxies that implement it are defined in the packages of their targets.
 *
 * @since 0.1.0
 */
public interface TrackedScheduler {

}
