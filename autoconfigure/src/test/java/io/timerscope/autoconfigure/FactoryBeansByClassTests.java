package io.timerscope.autoconfigure;

import java.util.Locale;

import com.acme.catalog.Catalog;
import com.acme.catalog.Catalogs;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody knows what such a factory bean makes before it is made itself. Whoever asks for
 * a bean by its type too early has it made before anything can be injected into it.
 */
class FactoryBeansByClassTests {

	private static final Catalog WHOLE = new Catalog("books", Locale.FRENCH);

	@Test
	void aFactoryBeanIsMadeWithAllThatItNeeds() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TimerscopeStartTests.ours()))
			.withUserConfiguration(Catalogs.class)
			.run((context) -> assertThat(context.getBean("catalog")).isEqualTo(WHOLE));
	}

	@Test
	void soIsThePrimaryOne() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TimerscopeStartTests.ours()))
			.withUserConfiguration(Catalogs.class, Catalogs.Primary.class)
			.run((context) -> assertThat(context.getBean("maps")).isEqualTo(new Catalog("maps", Locale.FRENCH)));
	}

	@Test
	void whatAPrimaryOneNeedsIsPostProcessed() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(TimerscopeStartTests.ours()))
			.withUserConfiguration(Catalogs.Published.class)
			.run((context) -> assertThat(context.getBean(Catalogs.Publisher.class).isSealed()).isTrue());
	}

	@Test
	void soItIsInAWebApplication() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(TimerscopeStartTests.ours()))
			.withUserConfiguration(Catalogs.class)
			.run((context) -> assertThat(context.getBean("catalog")).isEqualTo(WHOLE));
	}

}
