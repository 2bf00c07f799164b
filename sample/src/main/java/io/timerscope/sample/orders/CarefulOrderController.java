package io.timerscope.sample.orders;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.timerscope.sample.ShopProperties;
import io.timerscope.scope.TaskHandle;
import io.timerscope.scope.TaskScopes;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reminds of each order by a task of its own, says that the task outlives the request on
 * purpose, and ends it with the payment. Needs the scopes, which go when Timerscope is
 * switched off.
 */
@RestController
@ConditionalOnBooleanProperty(name = "timerscope.enabled", matchIfMissing = true)
@RequestMapping("/careful/orders")
class CarefulOrderController {

	private final UnpaidOrders orders = new UnpaidOrders();

	private final Map<Long, TaskHandle> reminders = new ConcurrentHashMap<>();

	private final ReminderMail mail;

	private final TaskScopes scopes;

	private final ShopProperties shop;

	CarefulOrderController(ReminderMail mail, TaskScopes scopes, ShopProperties shop) {
		this.mail = mail;
		this.scopes = scopes;
		this.shop = shop;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Order place(@RequestBody OrderRequest request) {
		Order order = this.orders.place(request.customer());
		this.reminders.put(order.id(),
				this.scopes.application().every(this.shop.reminderPeriod(), () -> this.mail.send(order)));
		return order;
	}

	@PostMapping("/{id}/payment")
	ResponseEntity<Void> pay(@PathVariable long id) {
		if (!this.orders.paid(id)) {
			return ResponseEntity.notFound().build();
		}
		TaskHandle reminder = this.reminders.remove(id);
		if (reminder != null) {
			reminder.cancel();
		}
		return ResponseEntity.noContent().build();
	}

}
