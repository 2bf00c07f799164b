package io.timerscope.fleet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/** The body of an answer, which is given up once it is too large. */
final class LimitedBody implements BodySubscriber<byte[]> {

	private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	private final int limit;

	private Flow.@Nullable Subscription subscription;

	LimitedBody(int limit) {
		this.limit = limit;
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.whole;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			if (this.bytes.size() + buffer.remaining() > this.limit) {
				if (this.subscription != null) {
					this.subscription.cancel();
				}
				this.whole.completeExceptionally(new IOException("the answer is larger than " + this.limit + " bytes"));
				return;
			}
			byte[] piece = new byte[buffer.remaining()];
			buffer.get(piece);
			this.bytes.writeBytes(piece);
		}
	}

	@Override
	public void onError(Throwable error) {
		this.whole.completeExceptionally(error);
	}

	@Override
	public void onComplete() {
		this.whole.complete(this.bytes.toByteArray());
	}

}
