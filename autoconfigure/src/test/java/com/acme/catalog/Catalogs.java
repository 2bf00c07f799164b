package com.acme.catalog;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.stereotype.Component;

/** Factory beans that are registered by their class alone. */
@Configuration(proxyBeanMethods = false)
@Import(Catalogs.Registrar.class)
public class Catalogs {

	@Bean
	Locale language() {
		return Locale.FRENCH;
	}

	/** One more, which comes first where there are several. */
	@Configuration(proxyBeanMethods = false)
	@Import(PrimaryRegistrar.class)
	public static class Primary {

	}

	/**
	 * One whose factory needs somebody whom a post-processor of the application seals.
	 */
	@Configuration(proxyBeanMethods = false)
	@Import(PublisherFactory.class)
	public static class Published {

		@Bean
		Publisher publisher() {
			return new Publisher();
		}

		@Bean
		static Seal seal() {
			return new Seal();
		}

	}

	/** Knows nothing of who makes it. */
	public static final class Publisher {

		private boolean sealed;

		public boolean isSealed() {
			return this.sealed;
		}

	}

	@Component
	@org.springframework.context.annotation.Primary
	static class PublisherFactory implements FactoryBean<Object> {

		private final Publisher publisher;

		PublisherFactory(Publisher publisher) {
			this.publisher = publisher;
		}

		@Override
		public Object getObject() {
			return new Catalog("published", this.publisher.isSealed() ? Locale.FRENCH : null);
		}

		@Override
		public @Nullable Class<?> getObjectType() {
			return null;
		}

	}

	/** As what makes transactional proxies comes in an order. */
	static final class Seal implements BeanPostProcessor, Ordered {

		@Override
		public int getOrder() {
			return 0;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			if (bean instanceof Publisher publisher) {
				publisher.sealed = true;
			}
			return bean;
		}

	}

	static class Registrar implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
			registry.registerBeanDefinition("catalog", factory("books"));
		}

	}

	static class PrimaryRegistrar implements ImportBeanDefinitionRegistrar {

		@Override
		public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
			RootBeanDefinition factory = factory("maps");
			factory.setPrimary(true);
			registry.registerBeanDefinition("maps", factory);
		}

	}

	private static RootBeanDefinition factory(String shop) {
		RootBeanDefinition factory = new RootBeanDefinition(CatalogFactory.class);
		factory.getConstructorArgumentValues().addGenericArgumentValue(shop);
		return factory;
	}

}
