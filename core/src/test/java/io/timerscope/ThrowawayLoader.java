package io.timerscope;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads the classes of {@code com.acme} anew, as a plug-in's class loader does. */
public final class ThrowawayLoader extends ClassLoader {

	public ThrowawayLoader() {
		super(ThrowawayLoader.class.getClassLoader());
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		Class<?> loaded = findLoadedClass(name);
		if (loaded != null || !name.startsWith("com.acme.")) {
			return (loaded != null) ? loaded : super.loadClass(name, resolve);
		}
		byte[] bytes = bytes(name);
		return defineClass(name, bytes, 0, bytes.length);
	}

	byte[] bytes(String name) throws ClassNotFoundException {
		try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
			if (in == null) {
				throw new ClassNotFoundException(name);
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Object make(String name) throws ReflectiveOperationException {
		return loadClass(name).getDeclaredConstructor().newInstance();
	}

}
