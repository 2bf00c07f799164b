/**
 * Begin and end of a servlet request.
 */
@NullMarked
package io.timerscope.web;

import org.jspecify.annotations.NullMarked;
