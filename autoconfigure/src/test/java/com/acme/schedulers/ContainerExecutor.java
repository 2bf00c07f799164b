package com.acme.schedulers;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;

/** What an application server gives away: an object of some class of its own. */
public final class ContainerExecutor {

	private ContainerExecutor() {
	}

	public static ManagedScheduledExecutorService create() {
		ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
		return (ManagedScheduledExecutorService) Proxy.newProxyInstance(ContainerExecutor.class.getClassLoader(),
				new Class<?>[] { ManagedScheduledExecutorService.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("close")) {
						pool.shutdownNow();
						return null;
					}
					try {
						return method.invoke(pool, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

}
