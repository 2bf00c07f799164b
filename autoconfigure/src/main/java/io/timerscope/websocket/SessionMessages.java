package io.timerscope.websocket;

import io.timerscope.OwnerSource;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageHandler;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.support.ExecutorChannelInterceptor;

/**
 * Hands a STOMP session over to the threads that handle its messages.
 *
 * @since 0.1.0
 */
public final class SessionMessages implements ExecutorChannelInterceptor {

	private static final OwnerSource NOBODY = () -> null;

	private final SessionOwners owners;

	/**
	 * Hands sessions over.
	 * @param owners knows the open sessions
	 */
	public SessionMessages(SessionOwners owners) {
		this.owners = owners;
	}

	@Override
	public Message<?> beforeHandle(Message<?> message, MessageChannel channel, MessageHandler handler) {
		String sessionId = SimpMessageHeaderAccessor.getSessionId(message.getHeaders());
		OwnerSource owner = (sessionId != null) ? this.owners.of(sessionId) : null;
		this.owners.context().enter((owner != null) ? owner : NOBODY);
		return message;
	}

	@Override
	public void afterMessageHandled(Message<?> message, MessageChannel channel, MessageHandler handler,
			@Nullable Exception ex) {
		this.owners.context().leave();
	}

}
