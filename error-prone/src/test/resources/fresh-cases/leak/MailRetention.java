// leak: an array index that does not exist ends the clean-up
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class MailRetention {
  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
  private final Function<String, String[]> mailbox;

  MailRetention(Function<String, String[]> mailbox) {
    this.mailbox = mailbox;
  }

  void begin(String user) {
    executor.scheduleAtFixedRate(() -> { // BUG
      String[] mails = mailbox.apply(user);
      if (mails == null) {
        throw new NoSuchElementException("no mailbox for " + user);
      }
      System.out.println(mails.length);
    }, 1, 1, TimeUnit.HOURS);
  }

  void end() {
    executor.shutdown();
  }
}
