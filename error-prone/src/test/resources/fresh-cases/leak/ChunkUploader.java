// leak: builder makes a default executor which nobody ends
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ChunkUploader {
  private final ScheduledExecutorService retries;
  private final int attempts;

  private ChunkUploader(Builder builder) {
    this.retries = builder.retries != null ? builder.retries : Executors.newScheduledThreadPool(2); // BUG
    this.attempts = builder.attempts;
  }

  void upload(byte[] chunk) {
    send(chunk, 1);
  }

  private void send(byte[] chunk, int attempt) {
    if (chunk.length == 0 && attempt < attempts) {
      retries.schedule(() -> send(chunk, attempt + 1), attempt, TimeUnit.SECONDS);
    }
  }

  static Builder builder() {
    return new Builder();
  }

  static final class Builder {
    private ScheduledExecutorService retries;
    private int attempts = 3;

    Builder retries(ScheduledExecutorService retries) {
      this.retries = retries;
      return this;
    }

    Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    ChunkUploader build() {
      return new ChunkUploader(this);
    }
  }
}
