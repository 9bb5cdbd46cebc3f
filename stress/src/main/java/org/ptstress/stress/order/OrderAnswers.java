package org.ptstress.stress.order;

import java.util.List;
import org.ptstress.run.process.Message;
import org.ptstress.run.result.OrderResult;

/** Receives the messages of a child. */
final class OrderAnswers {
  private final List<OrderShare> shares;
  private final List<OrderResult> rows;
  private String problem = "";

  /**
   * Creates a receiver.
   *
   * @param shares what the child works on
   * @param rows receives the rows
   */
  OrderAnswers(List<OrderShare> shares, List<OrderResult> rows) {
    this.shares = shares;
    this.rows = rows;
  }

  /** Why the child explored nothing, or "". */
  String problem() {
    return problem;
  }

  Message.Effect take(Message message) {
    switch (message.kind()) {
      case OrderMain.PROBLEM ->
          problem = "the explorer does not work on this JVM: " + message.as(String.class);
      case OrderMain.PLACES -> share(message).found(List.of(message.as(String[].class)));
      case OrderMain.ROWS -> {
        rows.addAll(List.of(message.as(OrderResult[].class)));
        share(message).ended();
      }
      default -> {}
    }
    return Message.Effect.PROGRESS;
  }

  private OrderShare share(Message message) {
    return shares.stream()
        .filter(share -> share.design().name().equals(message.label()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody asked for " + message.label()));
  }
}
