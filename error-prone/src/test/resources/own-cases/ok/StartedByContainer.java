import java.time.Duration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Service;

@Service
class StartedByContainer {
  StartedByContainer(TaskScheduler t) {
    t.scheduleAtFixedRate(() -> {}, Duration.ofSeconds(5));
  }
}
