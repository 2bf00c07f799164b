/**
 * Tasks that end with something: with a scope that was opened in code, with a request, a
 * session or a bean.
 */
@NullMarked
package io.timerscope.scope;

import org.jspecify.annotations.NullMarked;
