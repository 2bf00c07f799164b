package io.timerscope.sample.orders;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reminds of all unpaid orders in one round, which is declared once and belongs to this
 * bean.
 */
@RestController
@RequestMapping("/careful/orders")
class CarefulOrderController {

	private final UnpaidOrders orders = new UnpaidOrders();

	private final ReminderMail mail;

	CarefulOrderController(ReminderMail mail) {
		this.mail = mail;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Order place(@RequestBody OrderRequest request) {
		return this.orders.place(request.customer());
	}

	@PostMapping("/{id}/payment")
	ResponseEntity<Void> pay(@PathVariable long id) {
		return this.orders.paid(id) ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
	}

	@Scheduled(fixedDelayString = "${shop.reminder-period:1s}")
	void remind() {
		this.orders.all().forEach(this.mail::send);
	}

}
