/**
 * An application's side of the tests of findings.
 */
@NullMarked
package com.acme.findings;

import org.jspecify.annotations.NullMarked;
