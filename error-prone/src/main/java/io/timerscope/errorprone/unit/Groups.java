package io.timerscope.errorprone.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Symbols and expressions of one compilation unit that may stand for the same value: a
 * field, its local copies, the parameters it is passed to, the elements of a collection
 * it is put into.
 */
public final class Groups {

	private final Map<Object, Object> parents = new HashMap<>();

	public void join(Collection<?> first, Collection<?> second) {
		if (!first.isEmpty() && !second.isEmpty()) {
			Object root = first.iterator().next();
			first.forEach((node) -> join(root, node));
			second.forEach((node) -> join(root, node));
		}
	}

	public void join(Object first, Object second) {
		Object one = rootOf(first);
		Object other = rootOf(second);
		if (one != other) {
			this.parents.put(one, other);
		}
	}

	public Object rootOf(Object node) {
		Object parent = this.parents.putIfAbsent(node, node);
		if (parent == null || parent == node) {
			return node;
		}
		Object root = rootOf(parent);
		this.parents.put(node, root);
		return root;
	}

	public boolean same(Object first, Object second) {
		return rootOf(first) == rootOf(second);
	}

	public Set<Object> rootsOf(Collection<?> nodes) {
		Set<Object> roots = new HashSet<>();
		nodes.forEach((node) -> roots.add(rootOf(node)));
		return roots;
	}

	public Map<Object, List<Object>> members() {
		Map<Object, List<Object>> members = new HashMap<>();
		for (Object node : List.copyOf(this.parents.keySet())) {
			members.computeIfAbsent(rootOf(node), (root) -> new ArrayList<>()).add(node);
		}
		return members;
	}

}
