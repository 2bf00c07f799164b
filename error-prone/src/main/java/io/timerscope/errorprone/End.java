package io.timerscope.errorprone;

import java.util.List;

import com.sun.source.util.TreePath;

/**
 * One place that ends something.
 *
 * @param nodes what is ended, by symbol or expression
 * @param path where
 * @param method the name of the method that ends it
 */
record End(List<Object> nodes, TreePath path, String method) {
}
