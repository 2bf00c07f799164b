package io.timerscope.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.acme.finding.Uploads;
import io.timerscope.EndedObjects;
import io.timerscope.Owner;
import io.timerscope.OwnerKind;
import io.timerscope.ledger.Bench;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.KeptBytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaked tasks keep in memory, by type and bytes. */
class KeptWalkTests {

	private static final long MEGABYTE = 1 << 20;

	private final Bench bench = new Bench(TaskLedger.builder().endedObjects(new EndedObjects() {

		@Override
		public boolean isShared(Object object) {
			return object instanceof Uploads || object instanceof Uploads.Store;
		}

	}));

	private final Uploads uploads = new Uploads(this.bench.executor);

	private final List<Object> held = new ArrayList<>();

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void tasksThatHoldAMegabyteEachSaySoByTypeAndBytes() {
		for (int i = 0; i < 20; i++) {
			leak(() -> this.uploads.accept("report"));
		}
		KeptBytes kept = kept("accept");
		assertThat(kept.tasks()).isEqualTo(20);
		assertThat(kept.measured()).isEqualTo(20);
		assertThat(kept.isComplete()).isTrue();
		assertThat(kept.bytes()).isBetween(20 * MEGABYTE, 20 * MEGABYTE + 10_000);
		assertThat(kept.types().get(0)).isEqualTo(new KeptBytes.OfType("byte[]", 20, 20 * (MEGABYTE + 16)));
		assertThat(kept.types()).extracting(KeptBytes.OfType::type)
			.contains("com.acme.finding.Uploads$Upload", "java.lang.String", "com.acme.finding.Uploads (lambda)")
			.doesNotContain("com.acme.finding.Uploads$Store", "com.acme.finding.Uploads");
		assertThat(kept.closed()).isEmpty();
	}

	@Test
	void whatSeveralTasksShareCountsOnce() {
		for (int i = 0; i < 3; i++) {
			leak(() -> this.uploads.accept("report"));
		}
		assertThat(kept("accept").types()).contains(new KeptBytes.OfType("java.lang.String", 1, 48));
	}

	@Test
	void theJdksCollectionsTellWhatTheyHold() {
		leak(() -> this.uploads.acceptParts(1_000));
		KeptBytes kept = kept("acceptParts");
		assertThat(kept.types()).contains(new KeptBytes.OfType("com.acme.finding.Uploads$Part", 1_000, 16_000));
		assertThat(kept.closed()).isEmpty();
	}

	@Test
	void whatTheJdkKeepsClosedIsSaid() {
		leak(this.uploads::acceptBuilder);
		KeptBytes kept = kept("acceptBuilder");
		assertThat(kept.closed()).containsExactly("java.lang.StringBuilder");
		assertThat(kept.bytes()).isLessThan(1_000);
	}

	@Test
	void theWalkEndsAtItsLimitAndSaysSo() {
		for (int i = 0; i < 3; i++) {
			leak(() -> this.uploads.acceptParts(150_000));
		}
		KeptBytes kept = kept("acceptParts");
		assertThat(kept.isComplete()).isFalse();
		assertThat(kept.tasks()).isEqualTo(3);
		assertThat(kept.measured()).isLessThan(3);
		assertThat(kept.objects()).isLessThanOrEqualTo(kept.maxObjects());
	}

	@Test
	void tasksThatAreNotLeakedAndThoseOfOtherLinesAreLeftOut() {
		leak(() -> this.uploads.accept("report"));
		this.uploads.accept("fresh");
		leak(() -> this.uploads.acceptParts(1));
		assertThat(kept("accept").tasks()).isOne();
		assertThat(kept("none").tasks()).isZero();
		assertThat(kept("none").bytes()).isZero();
	}

	private KeptBytes kept(String method) {
		return this.bench.ledger.read().kept((site) -> site.methodName().equals(method));
	}

	/** By a bean that was destroyed. */
	private void leak(Supplier<?> work) {
		Owner bean = this.bench.during(OwnerKind.BEAN, "uploads", () -> this.held.add(work.get()));
		this.bench.endAndOutlive(bean);
		this.bench.ledger.tick();
	}

}
