package io.timerscope.websocket;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.cglib.core.DefaultGeneratorStrategy;
import org.springframework.cglib.core.SpringNamingPolicy;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.Factory;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ReflectionUtils;

/**
 * A class of annotated endpoints, and the subclass whose instances are followed. A
 * container calls an endpoint by the methods of its class, so that nothing but an
 * instance of the class can stand in for one.
 */
final class EndpointType {

	private final Class<?> type;

	private final List<Method> callbacks;

	private final SpringObjenesis objenesis = new SpringObjenesis();

	private @Nullable Class<?> followed;

	EndpointType(Class<?> type) {
		this.type = type;
		this.callbacks = Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type))
			.filter(EndpointType::isCallback)
			.toList();
	}

	static boolean isCallback(Method method) {
		return method.isAnnotationPresent(OnMessage.class) || method.isAnnotationPresent(OnOpen.class)
				|| method.isAnnotationPresent(OnClose.class) || method.isAnnotationPresent(OnError.class);
	}

	/** Why it cannot be followed, or {@code null}. */
	@Nullable String obstacle() {
		if (Modifier.isFinal(this.type.getModifiers())) {
			return "the class is final";
		}
		if (this.callbacks.stream().anyMatch((method) -> Modifier.isFinal(method.getModifiers()))) {
			return "it has a final method";
		}
		if (!hearsOfItsEnd() && this.callbacks.stream().noneMatch(EndpointType::takesSession)) {
			return "nothing tells it of the session's end: add an @OnClose method";
		}
		return null;
	}

	private static boolean takesSession(Method method) {
		return Stream.of(method.getParameterTypes()).anyMatch(Session.class::equals);
	}

	boolean hearsOfItsEnd() {
		return this.callbacks.stream().anyMatch((method) -> method.isAnnotationPresent(OnClose.class));
	}

	/** The class of {@link #follow}'s objects. */
	synchronized Class<?> followed() {
		Class<?> followed = this.followed;
		if (followed == null) {
			Enhancer enhancer = new Enhancer();
			enhancer.setSuperclass(this.type);
			enhancer.setInterfaces(new Class<?>[] { Followed.class });
			enhancer.setNamingPolicy(SpringNamingPolicy.INSTANCE);
			enhancer.setStrategy(new Annotated(this.type.getAnnotation(ServerEndpoint.class).value()));
			enhancer.setCallbackType(MethodInterceptor.class);
			followed = enhancer.createClass();
			this.followed = followed;
		}
		return followed;
	}

	Object follow(EndpointCalls calls) {
		Object stand = this.objenesis.newInstance(followed(), true);
		((Factory) stand).setCallbacks(new Callback[] { calls });
		return stand;
	}

	/** Tells our subclass from those that others make. */
	public interface Followed {

	}

	/**
	 * The annotation is not inherited, and Jetty looks for it. Without a configurator in
	 * it Jetty takes the one of the configuration.
	 */
	private static final class Annotated extends DefaultGeneratorStrategy {

		private final String path;

		private Annotated(String path) {
			this.path = path;
		}

		@Override
		protected byte[] transform(byte[] bytes) {
			ClassWriter writer = new ClassWriter(0);
			new ClassReader(bytes).accept(new ClassVisitor(SpringAsmInfo.ASM_VERSION, writer) {

				@Override
				public void visit(int version, int access, String name, @Nullable String signature, String superName,
						String[] interfaces) {
					super.visit(version, access, name, signature, superName, interfaces);
					var annotation = visitAnnotation(Type.getDescriptor(ServerEndpoint.class), true);
					annotation.visit("value", Annotated.this.path);
					annotation.visitEnd();
				}

			}, 0);
			return writer.toByteArray();
		}

	}

}
