package io.timerscope.errorprone.unit;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;

/**
 * One expression that makes a scheduler, and with it a thread that somebody has to end.
 *
 * @param tree the expression
 * @param path where it stands
 * @param kind what is made
 */
public record Creation(ExpressionTree tree, TreePath path, Kind kind) {

	public enum Kind {

		POOL("shutdown"), JDK_TIMER("cancel"), WHEEL_TIMER("stop"), SPRING("destroy"), REACTOR("dispose"),
		HIDDEN("shutdown"), NETTY("shutdownGracefully"), SWING("stop"), OWN("close");

		private final String end;

		Kind(String end) {
			this.end = end;
		}

		public String end() {
			return this.end;
		}

	}

}
