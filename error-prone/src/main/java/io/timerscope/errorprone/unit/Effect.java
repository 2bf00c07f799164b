package io.timerscope.errorprone.unit;

import java.util.List;

import com.sun.source.util.TreePath;

/**
 * One thing done to a value: it is ended, or its queue is cleared.
 *
 * @param nodes the value, by symbol or expression
 * @param path where
 * @param method the name of the method that does it
 */
public record Effect(List<Object> nodes, TreePath path, String method) {
}
