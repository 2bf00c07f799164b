package io.timerscope.spring.held;

import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.Set;

import io.timerscope.outside.HeldPool;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Where an object is, seen from a bean.
 *
 * @param bean the bean's name
 * @param path the fields that lead from the bean to the object, empty for the bean itself
 * @param holder the class of the object whose field it is, or {@code null} for the bean
 * itself
 * @param declaring the class that declares the field, or that makes the bean;
 * {@code null} where that is not known
 * @param depth how many objects are between
 * @param tracked whether it is a scheduler whose tasks are tracked
 */
record HeldPlace(String bean, String path, @Nullable Class<?> holder, @Nullable Class<?> declaring, int depth,
		boolean tracked) {

	private static final int SHOWN = 3;

	/**
	 * The place of a bean.
	 * @param bean its name
	 * @param maker the class that makes it, or {@code null} where that is not known
	 */
	static HeldPlace of(String bean, @Nullable Class<?> maker) {
		return new HeldPlace(bean, "", null, maker, 0, false);
	}

	/** The place of what a field holds. */
	HeldPlace in(Object object, Field field) {
		String name = (this.path.isEmpty() ? "" : this.path + ".") + field.getName();
		return new HeldPlace(this.bean, name, ClassUtils.getUserClass(object), field.getDeclaringClass(),
				this.depth + 1, this.tracked);
	}

	/** The same place, where a tracked scheduler is. */
	HeldPlace ofTracked() {
		return new HeldPlace(this.bean, this.path, this.holder, this.declaring, this.depth, true);
	}

	HeldPool.Role role() {
		if (this.tracked) {
			return HeldPool.Role.TRACKED;
		}
		return (this.holder == null) ? HeldPool.Role.BEAN : HeldPool.Role.FIELD;
	}

	/** The classes that may have named its threads. */
	Set<Class<?>> writers() {
		Set<Class<?>> writers = new LinkedHashSet<>();
		if (this.holder != null) {
			writers.add(this.holder);
		}
		if (this.declaring != null) {
			writers.add(this.declaring);
		}
		return writers;
	}

	/** For example {@code bean submissions, field delays}. */
	String words() {
		return "bean " + this.bean + (this.path.isEmpty() ? "" : ", field " + shortened());
	}

	/** A long way is told by its beginning and its end. */
	private String shortened() {
		String[] fields = this.path.split("\\.", -1);
		return (fields.length <= SHOWN) ? this.path : fields[0] + "…" + fields[fields.length - 1];
	}

}
