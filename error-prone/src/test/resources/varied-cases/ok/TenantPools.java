// ok: all pools of all tenants ended in destroy
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

@Service
class TenantPools implements DisposableBean {
  private final Map<String, ScheduledExecutorService> pools = new ConcurrentHashMap<>();

  void every(String tenant, Runnable work) {
    pools.computeIfAbsent(tenant, t -> Executors.newScheduledThreadPool(1)).scheduleAtFixedRate(work, 1, 1, TimeUnit.HOURS);
  }

  @Override
  public void destroy() {
    for (ScheduledExecutorService pool : pools.values()) {
      pool.shutdownNow();
    }
  }
}
