/**
 * An application's side of the tests of findings.
 */
@NullMarked
package com.acme.finding;

import org.jspecify.annotations.NullMarked;
