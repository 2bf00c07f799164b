/**
 * Begin and end of a servlet request, and the end of an HTTP session's beans.
 */
@NullMarked
package io.timerscope.web;

import org.jspecify.annotations.NullMarked;
