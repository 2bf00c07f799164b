package io.timerscope.spring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.acme.odd.Application;
import com.acme.odd.BehaviourShapes;
import com.acme.odd.ClassShapes;
import com.acme.odd.DefinitionShapes;
import com.acme.odd.InjectionShapes;
import io.timerscope.snapshot.SchedulerSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications of shapes that nobody planned for. Each tells what it sees, which must be
 * the same without us, and says which of its schedulers are tracked.
 */
class OddShapesTests {

	static Stream<Application> applications() {
		return Stream.of(ClassShapes.all(), BehaviourShapes.all(), InjectionShapes.all(), DefinitionShapes.all())
			.flatMap((shapes) -> shapes);
	}

	@ParameterizedTest
	@MethodSource("applications")
	void anApplicationSeesWhatItSawWithoutUs(Application application) throws Exception {
		List<String> without;
		try (AnnotationConfigApplicationContext bare = application.start(new AnnotationConfigApplicationContext())) {
			without = application.story(bare);
		}
		assertThat(without).isNotEmpty();
		try (AnnotationConfigApplicationContext context = application.start(WrappedContext.create())) {
			assertThat(application.story(context)).isEqualTo(without);
			Map<String, String> listed = new TreeMap<>();
			WrappedContext.schedulers(context).forEach((name, it) -> listed.put(name, verdict(it)));
			assertThat(listed).containsOnlyKeys(application.schedulers().keySet());
			application.schedulers()
				.forEach((name, expected) -> assertThat(listed.get(name)).as(name).contains(expected));
		}
	}

	private static String verdict(SchedulerSnapshot scheduler) {
		return scheduler.tracked() ? "scheduled " + scheduler.totals().scheduled() : scheduler.reason();
	}

}
