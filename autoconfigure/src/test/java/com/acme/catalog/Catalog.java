package com.acme.catalog;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** What a shop sells, in one language. */
public record Catalog(String shop, @Nullable Locale language) {
}
