/**
 * What the ledger shows: the endpoint with its JSON, text, profile and page, and health.
 */
@NullMarked
package io.timerscope.actuate;

import org.jspecify.annotations.NullMarked;
