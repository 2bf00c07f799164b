package io.timerscope.benchmarks.cost;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What this machine takes for the least that tracking can be made of. */
@State(Scope.Benchmark)
public class Floors {

	/** Far more than the processor's caches hold. */
	private static final int NUMBERS = 1 << 26;

	private static final int LOOKS = 1_000;

	/** Between an application and a tracked pool where it subscribes to a delay. */
	private static final int FRAMES = 7;

	private static final StackWalker STACK = StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE),
			FRAMES + 1);

	/** A cache line of 64 bytes. */
	private static final int LINE = 16;

	private final AtomicInteger word = new AtomicInteger();

	private final int[] numbers = new int[NUMBERS];

	private final int[] places = new int[LOOKS];

	private int shift;

	@Setup
	public void choosePlaces() {
		Random random = new Random(1);
		for (int i = 0; i < LOOKS; i++) {
			this.places[i] = random.nextInt(NUMBERS);
		}
	}

	/** One atomic step on memory that no other thread wants. */
	@Benchmark
	public boolean step() {
		int value = this.word.getPlain();
		return this.word.compareAndSet(value, value + 1);
	}

	/** One reading of the clock. */
	@Benchmark
	public long clock() {
		return System.nanoTime();
	}

	/** One object of 56 bytes. */
	@Benchmark
	public Object object() {
		return new Record56(this.shift, this.shift, this.shift, this.shift, this.shift);
	}

	/**
	 * One look at memory that is in no cache, where the next look need not wait for it.
	 */
	@Benchmark
	@OperationsPerInvocation(LOOKS)
	public int miss() {
		int sum = 0;
		this.shift += 977 * LINE;
		for (int place : this.places) {
			sum += this.numbers[(place + this.shift) & (NUMBERS - 1)];
		}
		return sum;
	}

	/** One walk of the stack to the frame behind those of a library. */
	@Benchmark
	public Object walk() {
		return below(FRAMES);
	}

	private static Object below(int frames) {
		return (frames > 0) ? below(frames - 1)
				: STACK.walk((stack) -> stack.skip(FRAMES + 1).findFirst().orElseThrow().getDeclaringClass());
	}

	/** As large as the record of a one-shot. */
	private record Record56(long a, long b, long c, long d, long e) {
	}

}
