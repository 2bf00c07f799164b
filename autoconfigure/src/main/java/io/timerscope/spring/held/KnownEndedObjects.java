package io.timerscope.spring.held;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import io.timerscope.EndedObjects;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Knows what ends in a Spring application: WebSocket sessions, emitters, requests and
 * their responses, HTTP sessions, application contexts, disposables of Reactor and scopes
 * of tasks. Only classes of Spring, of a web server and of Reactor are asked, whose
 * answers are at hand. A type that is not on the class path is passed over.
 *
 * @since 0.1.0
 */
public final class KnownEndedObjects implements EndedObjects {

	private static final List<String> ASKED = List.of("org.springframework.", "org.apache.tomcat.",
			"org.apache.catalina.", "org.eclipse.jetty.", "io.undertow.", "org.glassfish.tyrus.", "reactor.",
			"io.timerscope.");

	/** What is over with the request that it belongs to. */
	private static final List<String> OF_REQUEST = List.of("jakarta.servlet.ServletRequest",
			"jakarta.servlet.ServletResponse", "jakarta.servlet.AsyncContext",
			"org.springframework.web.server.ServerWebExchange",
			"org.springframework.http.server.reactive.ServerHttpRequest",
			"org.springframework.http.server.reactive.ServerHttpResponse");

	private final List<Question> questions = new ArrayList<>();

	private final List<Class<?>> ofRequest = new ArrayList<>();

	/**
	 * Looks which types there are.
	 * @param classLoader the application's
	 */
	public KnownEndedObjects(ClassLoader classLoader) {
		ask(classLoader, "org.springframework.web.socket.WebSocketSession", "isOpen", false, "closed");
		ask(classLoader, "org.springframework.web.reactive.socket.WebSocketSession", "isOpen", false, "closed");
		ask(classLoader, "jakarta.websocket.Session", "isOpen", false, "closed");
		ask(classLoader, "org.springframework.context.ConfigurableApplicationContext", "isClosed", true, "closed");
		ask(classLoader, "reactor.core.Disposable", "isDisposed", true, "disposed");
		ask(classLoader, "io.timerscope.scope.TaskScope", "isEnded", true, "closed");
		askSession(classLoader);
		readEmitter(classLoader);
		for (String type : OF_REQUEST) {
			Class<?> known = load(classLoader, type);
			if (known != null) {
				this.ofRequest.add(known);
			}
		}
	}

	@Override
	public @Nullable String ended(Object object, Owner owner) {
		if (Proxy.isProxyClass(object.getClass())) {
			return null;
		}
		for (Question question : this.questions) {
			if (question.concerns(object)) {
				return question.isOver(object) ? "a " + question.state() + " " + question.name(object) : null;
			}
		}
		if (owner.kind() == OwnerKind.REQUEST && owner.isEnded()) {
			for (Class<?> type : this.ofRequest) {
				if (type.isInstance(object)) {
					return "a " + type.getSimpleName() + " of a request that has ended";
				}
			}
		}
		return null;
	}

	@Override
	public boolean isSettled(Field field) {
		return SettledFields.isSettled(field);
	}

	private void ask(ClassLoader classLoader, String typeName, String method, boolean whenOver, String state) {
		Class<?> type = load(classLoader, typeName);
		Method question = (type == null) ? null : ReflectionUtils.findMethod(type, method);
		if (type != null && question != null) {
			this.questions.add(new Question(type, state, false, (object) -> question.invoke(object).equals(whenOver)));
		}
	}

	/** By its contract a session that was invalidated refuses to answer. */
	private void askSession(ClassLoader classLoader) {
		Class<?> type = load(classLoader, "jakarta.servlet.http.HttpSession");
		Method question = (type == null) ? null : ReflectionUtils.findMethod(type, "getCreationTime");
		if (type != null && question != null) {
			this.questions.add(new Question(type, "invalidated", false, (object) -> {
				try {
					question.invoke(object);
					return false;
				}
				catch (InvocationTargetException ex) {
					return ex.getCause() instanceof IllegalStateException;
				}
			}));
		}
	}

	/** An emitter does not say that it is complete, so its field is read. */
	private void readEmitter(ClassLoader classLoader) {
		Class<?> type = load(classLoader, "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter");
		Field complete = (type == null) ? null : ReflectionUtils.findField(type, "complete");
		if (type != null && complete != null && complete.trySetAccessible()) {
			this.questions.add(new Question(type, "completed", true, complete::getBoolean));
		}
	}

	private static @Nullable Class<?> load(ClassLoader classLoader, String name) {
		try {
			return ClassUtils.forName(name, classLoader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return null;
		}
	}

	/**
	 * What to ask objects of a type.
	 *
	 * @param type the type
	 * @param state what an object is that is over
	 * @param ofAnyClass whether a class of the application's can be asked too, which may
	 * otherwise use the network or wait for a lock
	 * @param answer asks
	 */
	private record Question(Class<?> type, String state, boolean ofAnyClass, Answer answer) {

		boolean concerns(Object object) {
			return this.type.isInstance(object)
					&& (this.ofAnyClass || ASKED.stream().anyMatch(object.getClass().getName()::startsWith));
		}

		/** The name that applications know. */
		String name(Object object) {
			return (this.type.isInterface() ? this.type : object.getClass()).getSimpleName();
		}

		boolean isOver(Object object) {
			try {
				return this.answer.isOver(object);
			}
			catch (ReflectiveOperationException | RuntimeException ex) {
				return false;
			}
		}

	}

	/** Asks one object. */
	private interface Answer {

		boolean isOver(Object object) throws ReflectiveOperationException;

	}

}
