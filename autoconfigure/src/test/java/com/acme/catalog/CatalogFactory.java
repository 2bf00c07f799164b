package com.acme.catalog;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Autowired;

/** Says what it makes once it has what it needs, as a client of a remote shop does. */
public final class CatalogFactory implements FactoryBean<Object> {

	private final String shop;

	@Autowired
	private @Nullable Locale language;

	public CatalogFactory(String shop) {
		this.shop = shop;
	}

	@Override
	public Object getObject() {
		return new Catalog(this.shop, this.language);
	}

	@Override
	public @Nullable Class<?> getObjectType() {
		return (this.language == null) ? null : Catalog.class;
	}

}
