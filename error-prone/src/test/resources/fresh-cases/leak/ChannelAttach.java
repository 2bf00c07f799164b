// leak: release() removes the channel, its reattach timer stays
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class ChannelAttach {
  private final Map<String, Channel> channels = new HashMap<>();

  synchronized Channel get(String name) {
    return channels.computeIfAbsent(name, Channel::new);
  }

  synchronized void release(String name) {
    Channel channel = channels.remove(name);
    if (channel != null) {
      channel.state = "released";
    }
  }

  static final class Channel {
    private final String name;
    private volatile String state = "initialized";
    private Timer reattach;

    Channel(String name) {
      this.name = name;
    }

    synchronized void suspended(long millis) {
      reattach = new Timer("reattach-" + name); // BUG
      reattach.schedule(new TimerTask() {
        @Override
        public void run() {
          attach();
        }
      }, millis, millis);
    }

    private void attach() {
      state = "attaching";
    }

    String state() {
      return state;
    }
  }
}
