package io.timerscope.actuate;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must keep for the endpoint: the records that are written as JSON,
 * the media types, and the files of the page.
 *
 * @since 0.1.0
 */
public final class TimersEndpointHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), TimersDescriptor.class,
				TaskDescriptor.class, StacksDescriptor.class, ErrorDescriptor.class, RuleDescriptor.class,
				CancelledDescriptor.class, HourDescriptor.class, KeptDescriptor.class,
				ThreadsView.ThreadsDescriptor.class);
		hints.reflection().registerType(AcceptedType.class, MemberCategory.INVOKE_PUBLIC_METHODS);
		hints.resources().registerPattern("io/timerscope/actuate/page/*");
	}

}
