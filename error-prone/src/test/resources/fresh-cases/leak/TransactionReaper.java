// leak: the entry is taken out of the map by the timeout or by the commit
import io.netty.util.HashedWheelTimer;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class TransactionReaper {
  private final Map<String, List<String>> open = new ConcurrentHashMap<>();
  private final HashedWheelTimer wheel;

  TransactionReaper(HashedWheelTimer wheel) {
    this.wheel = wheel;
  }

  void begin(String id) {
    open.put(id, new ArrayList<>());
    wheel.newTimeout(t -> rollback(id), 5, TimeUnit.MINUTES); // BUG
  }

  private void rollback(String id) {
    List<String> writes = open.remove(id);
    if (writes != null) {
      System.out.println("rolled back " + writes.size());
    }
  }

  List<String> commit(String id) {
    List<String> writes = open.remove(id);
    return writes == null ? List.of() : writes;
  }
}
