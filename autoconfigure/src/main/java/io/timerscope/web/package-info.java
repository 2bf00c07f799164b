/**
 * Makes each servlet request an owner, from its beginning to its end, and ends the owners
 * of session-scoped beans with the HTTP session.
 */
@NullMarked
package io.timerscope.web;

import org.jspecify.annotations.NullMarked;
