package io.timerscope.sample.soak;

import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock.InterceptMode;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** In the shop ShedLock sits on the scheduler, in the kiosk on the methods. */
@Configuration(proxyBeanMethods = false)
@Profile("soak")
@SuppressWarnings("removal") // as long as it is there, people use it
@EnableSchedulerLock(defaultLockAtMostFor = "1m", interceptMode = InterceptMode.PROXY_SCHEDULER)
class LockedScheduler {

}
