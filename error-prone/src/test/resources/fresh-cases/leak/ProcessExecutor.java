// leak: the timer of the limit is cancelled only if the process ends by itself
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ProcessExecutor {
  int exec(List<String> command, long limitMillis) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    Timer limit = new Timer("process-limit", true); // BUG
    limit.schedule(new TimerTask() {
      @Override
      public void run() {
        process.destroyForcibly();
      }
    }, limitMillis);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(command + " ended with " + exit);
    }
    limit.cancel();
    return exit;
  }
}
