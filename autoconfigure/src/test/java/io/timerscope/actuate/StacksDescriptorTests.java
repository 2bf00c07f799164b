package io.timerscope.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.timerscope.OwnerKind;
import io.timerscope.Site;
import io.timerscope.ledger.TaskLedger;
import io.timerscope.snapshot.LiveGroup;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StacksDescriptorTests {

	private final Site site = TaskLedger.builder().build().site();

	@Test
	void theAnswerHasALimitAndSaysWhatIsOmitted() {
		StacksDescriptor all = StacksDescriptor.of(groups(11_000));
		assertThat(all.stacks()).hasSize(1_000);
		assertThat(all.omitted()).isEqualTo(20_000);
	}

	@Test
	void aSmallAnswerIsWhole() {
		StacksDescriptor all = StacksDescriptor.of(groups(1_000));
		assertThat(all.stacks()).hasSize(1_000);
		assertThat(all.omitted()).isNull();
	}

	private List<LiveGroup> groups(int count) {
		List<LiveGroup> groups = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			groups.add(new LiveGroup(this.site, "pool", OwnerKind.SCOPE, "scope-" + i, false, null, 2, Duration.ZERO,
					Duration.ZERO));
		}
		return groups;
	}

}
