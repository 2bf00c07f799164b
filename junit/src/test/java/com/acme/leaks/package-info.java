/**
 * Tests of an application, leaking and clean, that the tests of the check run.
 */
@NullMarked
package com.acme.leaks;

import org.jspecify.annotations.NullMarked;
