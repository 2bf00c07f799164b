/**
 * A library that is not the application's.
 */
package org.vendor;
