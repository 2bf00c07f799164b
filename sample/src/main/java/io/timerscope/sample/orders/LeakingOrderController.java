package io.timerscope.sample.orders;

import io.timerscope.sample.ShopProperties;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reminds of each order by a task of its own, and forgets the task: after the payment it
 * has nothing to do, and does it for ever. That is on purpose: this shop shows it.
 */
@RestController
@RequestMapping("/leaking/orders")
class LeakingOrderController {

	private final UnpaidOrders orders = new UnpaidOrders();

	private final ReminderMail mail;

	private final TaskScheduler scheduler;

	private final ShopProperties shop;

	LeakingOrderController(ReminderMail mail, TaskScheduler scheduler, ShopProperties shop) {
		this.mail = mail;
		this.scheduler = scheduler;
		this.shop = shop;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@SuppressWarnings({ "FutureReturnValueIgnored", "PeriodicTaskInRequest" }) // the leak
	Order place(@RequestBody OrderRequest request) {
		Order order = this.orders.place(request.customer());
		try {
			this.scheduler.scheduleWithFixedDelay(() -> remind(order), this.shop.reminderPeriod());
		}
		catch (TaskRejectedException ex) {
			this.orders.paid(order.id());
			throw ex;
		}
		return order;
	}

	@PostMapping("/{id}/payment")
	ResponseEntity<Void> pay(@PathVariable long id) {
		return this.orders.paid(id) ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
	}

	private void remind(Order order) {
		if (this.orders.contains(order)) {
			this.mail.send(order);
		}
	}

}
