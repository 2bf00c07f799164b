package io.timerscope.errorprone.unit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.tools.javac.code.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a task waits, where the code says so.
 */
public final class Delays {

	/** A task that waits for less does no harm when it is forgotten. */
	private static final Duration SHORT = Duration.ofSeconds(5);

	private Delays() {
	}

	public static boolean isShort(Schedule schedule) {
		return of(schedule).filter((delay) -> delay.compareTo(SHORT) < 0).isPresent();
	}

	/** Whether a periodic task that is cancelled leaves the queue within a minute. */
	public static boolean isShortPeriod(Schedule schedule) {
		List<? extends ExpressionTree> arguments = schedule.call().getArguments();
		return arguments.size() == 4 && of(arguments.get(2), arguments.get(3))
			.filter((period) -> period.compareTo(Duration.ofMinutes(1)) < 0)
			.isPresent();
	}

	public static boolean isShort(Duration delay) {
		return delay.compareTo(SHORT) < 0;
	}

	public static Optional<Duration> of(Schedule schedule) {
		List<? extends ExpressionTree> arguments = schedule.call().getArguments();
		if (arguments.size() < 2) {
			return Optional.empty();
		}
		return switch (schedule.api()) {
			case JDK_TIMER -> of(arguments.get(1), TimeUnit.MILLISECONDS);
			case SPRING -> ofPlus(arguments.get(1));
			default -> (arguments.size() > 2) ? of(arguments.get(1), arguments.get(2)) : ofFactory(arguments.get(1));
		};
	}

	public static Optional<Duration> of(ExpressionTree amount, ExpressionTree unit) {
		Symbol symbol = ASTHelpers.getSymbol(unit);
		if (symbol == null || !symbol.owner.getQualifiedName().contentEquals(TimeUnit.class.getName())) {
			return Optional.empty();
		}
		return of(amount, TimeUnit.valueOf(symbol.getSimpleName().toString()));
	}

	/** {@code Duration.ofSeconds(3)}. */
	public static Optional<Duration> ofFactory(ExpressionTree duration) {
		if (!(duration instanceof MethodInvocationTree call) || call.getArguments().size() != 1) {
			return Optional.empty();
		}
		return switch (ASTHelpers.getSymbol(call).getSimpleName().toString()) {
			case "ofNanos", "plusNanos" -> of(call.getArguments().get(0), TimeUnit.NANOSECONDS);
			case "ofMillis", "plusMillis" -> of(call.getArguments().get(0), TimeUnit.MILLISECONDS);
			case "ofSeconds", "plusSeconds" -> of(call.getArguments().get(0), TimeUnit.SECONDS);
			case "ofMinutes" -> of(call.getArguments().get(0), TimeUnit.MINUTES);
			case "ofHours" -> of(call.getArguments().get(0), TimeUnit.HOURS);
			case "ofDays" -> of(call.getArguments().get(0), TimeUnit.DAYS);
			case "plus" -> ofFactory(call.getArguments().get(0));
			default -> Optional.empty();
		};
	}

	/** {@code Instant.now().plusSeconds(3)}. */
	private static Optional<Duration> ofPlus(ExpressionTree instant) {
		return ofFactory(instant);
	}

	private static Optional<Duration> of(ExpressionTree amount, TimeUnit unit) {
		Number constant = constant(amount);
		return (constant != null) ? Optional.of(Duration.ofNanos(unit.toNanos(constant.longValue())))
				: Optional.empty();
	}

	private static @Nullable Number constant(ExpressionTree amount) {
		return (ASTHelpers.constValue(amount) instanceof Number number) ? number : null;
	}

}
