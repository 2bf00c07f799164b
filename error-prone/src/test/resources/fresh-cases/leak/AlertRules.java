// leak: a rule is parsed within the task, outside the catch
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

class AlertRules {
  private final ScheduledExecutorService executor;
  private volatile String expression = "cpu > 1";

  AlertRules(ScheduledExecutorService executor) {
    this.executor = executor;
  }

  ScheduledFuture<?> watch() {
    Runnable evaluation = this::evaluate;
    return executor.scheduleWithFixedDelay(evaluation, 10, 10, TimeUnit.SECONDS); // BUG
  }

  void change(String expression) {
    this.expression = expression;
  }

  private void evaluate() {
    Predicate<Double> rule = parse(expression);
    try {
      if (rule.test(Math.random())) {
        System.out.println("alert");
      }
    } catch (RuntimeException e) {
      System.err.println(e);
    }
  }

  private static Predicate<Double> parse(String text) {
    String[] parts = text.split(">");
    if (parts.length != 2) {
      throw new IllegalArgumentException("no rule: " + text);
    }
    double limit = Double.parseDouble(parts[1].trim());
    return value -> value > limit;
  }
}
