package com.acme.catalog;

import java.util.Locale;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

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
