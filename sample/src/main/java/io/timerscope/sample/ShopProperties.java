package io.timerscope.sample;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop keeps time.
 *
 * @param cartLifetime how long an abandoned cart is kept
 * @param reminderPeriod how often an unpaid order is remembered
 * @param quotePeriod how often a price is sent
 */
@ConfigurationProperties("shop")
public record ShopProperties(@DefaultValue("30m") Duration cartLifetime, @DefaultValue("1s") Duration reminderPeriod,
		@DefaultValue("500ms") Duration quotePeriod) {
}
